import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { checkTheme } from '../src/theme-check/check-theme.ts';

const themesDir = join(import.meta.dirname, '../../../themes');
const MANIFEST = { name: 'own', title: 'Own', parent: 'nusantara' };

/** What is found in a theme of these files, which stands alone in a folder of its own. */
function foundIn(dir: string, files: Record<string, string | object>): string[] {
  for (const [file, content] of Object.entries({ 'theme.json': MANIFEST, ...files })) {
    const path = join(dir, 'own', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  const found = checkTheme(join(dir, 'own'), themesDir);
  return found.map(({ level, file, message }) => `${level} ${file}: ${message}`);
}

t.test('nothing is wrong with the themes that come with Warta', async (t) => {
  for (const name of ['base', 'nusantara']) t.same(checkTheme(join(themesDir, name), themesDir), []);
});

t.test('a theme in a folder of its own is looked at with its parents, wherever those stand', async (t) => {
  const settings = {
    ribbon: { type: 'string', format: 'color', title: { id: 'Pita', en: 'Ribbon' }, default: '#0a5c36' },
  };
  const good = {
    'theme.json': { ...MANIFEST, settings },
    'templates/notice.eta':
      '<% layout(\'layout\') %><h1 class="ribbon"><%= it.heading %></h1><p><%= it.message %></p>',
    'assets/own.css': '.ribbon { background: var(--ribbon); color: var(--on-ribbon); }',
  };
  t.same(foundIn(t.testdir(), good), []);
  const beside = t.testdir();
  cpSync(themesDir, beside, { recursive: true });
  writeFileSync(join(beside, 'nusantara/templates/home.eta'), "<% layout('layout') %><p>No heading</p>");
  t.match(foundIn(beside, good).join('\n'), /templates\/home.eta: keeps 0 of/, 'the parent beside it counts');
});

const page = (inside: string) => `<% layout('layout') %><h1><%= it.heading %></h1>${inside}`;

t.test('each thing that a theme must not do is found, with its file and why', async (t) => {
  const notice = 'templates/notice.eta';
  const cases: [Record<string, string | object>, RegExp][] = [
    [
      { 'theme.json': { name: 'own', title: 'X', parent: 'gone' } },
      /^error theme.json: .*parent "gone" is not there/,
    ],
    [{ 'theme.json': '{' }, /^error theme.json: .*is not JSON/],
    [{ [notice]: '<% if (' }, /^error templates\/notice.eta: cannot be compiled/],
    [{ [notice]: page('<%= it.reach.gone.at %>') }, /notice.eta: cannot be drawn: .*gone/],
    [{ [notice]: page("<%= it.t('own.words') %>") }, /notice.eta: asks for the words "own.words"/],
    [{ [notice]: page(`<%= it.t(\`own.\${it.status}\`) %>`) }, /notice.eta: asks for the words "own/],
    [{ [notice]: page('<%~ it.message %>') }, /notice.eta: prints "it.message" raw/],
    [{ [notice]: page('<p><%= String(it.nothing) %></p>') }, /notice.eta: prints a value that is not there/],
    [{ [notice]: page('<script src="a.js"></script>') }, /notice.eta: has a <script>/],
    [{ [notice]: page('<p style="color: red">x</p>') }, /notice.eta: has a style=/],
    [{ [notice]: page('<p onclick="x()">x</p>') }, /notice.eta: has an on/],
    [{ [notice]: page('<a href="javascript:x()">x</a>') }, /notice.eta: leads to javascript:/],
    [
      { [notice]: page('<img src="https://cdn.example/x.png" alt="">') },
      /notice.eta: loads something from another/,
    ],
    [{ [notice]: "<% layout('layout') %><p><%= it.heading %></p>" }, /notice.eta: has 0 <h1>/],
    [{ [notice]: '<h1>x</h1>' }, /notice.eta: is no whole page/],
    [
      { 'templates/partials/entry.eta': '<h3><%= it.entry.title %></h3>' },
      /templates\/home.eta: keeps 0 of \d+ seals/,
    ],
    [{ 'templates/post.eta': page('<%= it.body %>') }, /templates\/post.eta: does not print the text/],
    [
      { 'theme.json': { ...MANIFEST, papers: { light: '#777777', dark: '#141414' } } },
      /^error assets\/\*.css: --ink .* on --paper #777777 \(light\) has a contrast of/,
    ],
    [
      { 'assets/a.css': '@media screen and (prefers-color-scheme: dark) { :root { --muted: #333333; } }' },
      /--muted #333333 on --paper #171411 \(dark\) has a contrast of/,
    ],
    [
      { 'assets/a.css': 'p { margin-left: 1rem; }' },
      /^warning assets\/a.css: "margin-left: 1rem" stands wrong/,
    ],
    [
      { 'assets/a.css': 'p { background: url(https://x.example/a.png); }' },
      /^error assets\/a.css: loads "https:/,
    ],
    [{ 'assets/a.css': 'p { background: url(gone.svg); }' }, /^error assets\/a.css: names "gone.svg"/],
    [{ 'assets/a.css': '@import "b.css";' }, /^error assets\/a.css: has an @import/],
    [{ 'assets/x.svg': '<svg><script>1</script></svg>' }, /^error assets\/x.svg: holds a script/],
    [{ 'assets/x.gif': 'x' }, /^warning assets\/x.gif: is of a kind that is not served/],
    [{ 'assets/x.png': 'x'.repeat(100_001) }, /^warning assets\/x.png: weighs 100001 bytes/],
    [{ 'assets/x.woff2': 'x'.repeat(30_001) }, /^warning assets\/\*.woff2: fonts weigh 30001 bytes/],
  ];
  for (const [files, complaint] of cases) {
    const found = foundIn(t.testdir(), files);
    t.ok(
      found.some((line) => complaint.test(line)),
      `${complaint}: ${found.slice(0, 3).join(' | ')}`,
    );
  }
});
