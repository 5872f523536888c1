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
  const notice = page(`<%= it.t('own.words') %><%= it.t(\`own.\${it.status}\`) %><%~ it.message %>
    <p><%= String(it.nothing) %></p><script src="a.js"></script><p style="color: red" onclick="x()">x</p>
    <a href="javascript:x()">x</a><img src="https://cdn.example/x.png" alt="">`);
  const css = `p { margin-left: 1rem; background: url(https://x.example/a.png); }
    b { background: url(gone.svg); } @import "b.css";
    @media screen and (prefers-color-scheme: dark) { :root { --muted: #333333; } }`;
  const cases: [Record<string, string | object>, RegExp[]][] = [
    [
      { 'theme.json': { name: 'own', title: 'X', parent: 'gone' } },
      [/^error theme.json: .*parent "gone" is not there/],
    ],
    [{ 'theme.json': '{' }, [/^error theme.json: .*is not JSON/]],
    [
      { 'templates/notice.eta': notice, 'templates/months.eta': '<% if (' },
      [
        /notice.eta: asks for the words "own.words"/,
        /notice.eta: asks for the words "own\.\$/,
        /notice.eta: prints "it.message" raw/,
        /notice.eta: prints a value that is not there/,
        /notice.eta: has a <script>/,
        /notice.eta: has a style=/,
        /notice.eta: has an on/,
        /notice.eta: leads to javascript:/,
        /notice.eta: loads something from another/,
        /months.eta: cannot be compiled/,
      ],
    ],
    [
      {
        'templates/months.eta': page('<%= it.reach.gone.at %>'),
        'templates/contact.eta': "<% layout('layout') %><p><%= it.intro %></p>",
        'templates/help.eta': '<h1>x</h1>',
        'templates/post.eta': page('<%= it.body %>'),
        'templates/partials/entry.eta': '<h3><%= it.entry.title %></h3>',
      },
      [
        /months.eta: cannot be drawn: .*Cannot read/,
        /contact.eta: has 0 <h1>/,
        /help.eta: is no whole page/,
        /help.eta: does not say its language and direction/,
        /help.eta: has no place for alerts/,
        /home.eta: keeps 0 of \d+ seals/,
        /post.eta: does not print the text/,
      ],
    ],
    [
      {
        'theme.json': { ...MANIFEST, papers: { light: '#777777', dark: '#141414' } },
        ...{ 'assets/a.css': css, 'assets/x.svg': '<svg><script>1</script></svg>', 'assets/x.gif': 'x' },
        ...{ 'assets/x.png': 'x'.repeat(100_001), 'assets/x.woff2': 'x'.repeat(30_001) },
      },
      [
        /^error assets\/\*.css: --ink .* on --paper #777777 \(light\) has a contrast of/,
        /^error assets\/\*.css: --muted #333333 on --paper #141414 \(dark\) has a contrast of/,
        /^warning assets\/a.css: "margin-left: 1rem" stands wrong/,
        /^error assets\/a.css: loads "https:/,
        /^error assets\/a.css: names "gone.svg"/,
        /^error assets\/a.css: has an @import/,
        /^error assets\/x.svg: holds a script/,
        /^warning assets\/x.gif: is of a kind that is not served/,
        /^warning assets\/x.png: weighs 100001 bytes/,
        /^warning assets\/\*.woff2: fonts weigh 30001 bytes/,
      ],
    ],
  ];
  for (const [files, complaints] of cases) {
    const found = foundIn(t.testdir(), files);
    for (const complaint of complaints)
      t.ok(
        found.some((line) => complaint.test(line)),
        String(complaint),
      );
  }
});
