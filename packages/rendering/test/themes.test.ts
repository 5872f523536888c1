import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findAsset, loadThemes, type Theme } from '../src/index.ts';
import { homePage } from '../src/specimens/sample-pages.ts';

const themesDir = join(import.meta.dirname, '../../../themes');

/** A folder with our own themes and others for one test. */
function themesWith(dir: string, others: Record<string, Record<string, string>>): string {
  cpSync(themesDir, dir, { recursive: true });
  for (const [name, files] of Object.entries(others)) {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(dir, name, file, '..'), { recursive: true });
      writeFileSync(join(dir, name, file), content);
    }
  }
  return dir;
}

function themeJson(values: Record<string, unknown>): string {
  return JSON.stringify({ title: 'Sample', ...values });
}

t.test('the themes of the house load, nusantara after base', async (t) => {
  const themes = loadThemes(themesDir);
  t.match(themes.get('nusantara'), {
    name: 'nusantara',
    parent: 'base',
    settings: { accent: { format: 'color' } },
  });
  t.ok(findAsset(themes.get('nusantara') as Theme, 'icon.svg'), 'the icon is inherited');
  t.match(findAsset(themes.get('nusantara') as Theme, 'kawung.svg'), { type: /svg/ });
  t.equal(findAsset(themes.get('base') as Theme, 'kawung.svg'), undefined);
  t.equal(findAsset(themes.get('base') as Theme, '../theme.json'), undefined);
});

t.test('a child changes one template and inherits the others, in any generation', async (t) => {
  const dir = themesWith(t.testdir(), {
    laut: {
      'theme.json': themeJson({ name: 'laut', parent: 'nusantara' }),
      'templates/partials/footer.eta': '<footer>laut</footer>',
    },
    pasir: { 'theme.json': themeJson({ name: 'pasir', parent: 'laut' }) },
  });
  const html = loadThemes(dir).get('pasir')?.eta.render('home', homePage('id')) ?? '';
  t.match(html, '<footer>laut</footer>');
  t.match(html, 'class="columns"', 'the home is that of nusantara');
  t.match(html, 'class="skip"', 'the layout is that of base');
});

t.test('templates print text escaped and what is missing as nothing', async (t) => {
  const dir = themesWith(t.testdir(), {
    x: {
      'theme.json': themeJson({ name: 'x' }),
      'templates/notice.eta': '[<%= it.heading %>|<%= it.none %>|<%= null %>]',
    },
  });
  const theme = loadThemes(dir).get('x') as Theme;
  t.equal(theme.eta.render('notice', { heading: '<b>"' }), '[&lt;b&gt;&quot;||]');
});

t.test('names of templates stay inside the themes', async (t) => {
  const { eta } = loadThemes(themesDir).get('nusantara') as Theme;
  for (const name of [
    '../theme.json',
    '/etc/passwd',
    'partials/../../x',
    'a//b',
    '.hidden',
    'C:\\x',
    '@x',
    '',
    'partials/',
  ]) {
    t.throws(() => eta.render(name, {}), name);
  }
  t.throws(() => eta.render('partials/nothing', {}), /no template "partials\/nothing"/);
});

t.test('a template is looked for and compiled once', async (t) => {
  const dir = themesWith(t.testdir(), {});
  const theme = loadThemes(dir).get('nusantara') as Theme;
  const before = theme.eta.render('home', homePage('id'));
  theme.eta.configure({ cache: false, views: '/nowhere' });
  rmSync(join(dir, 'nusantara'), { recursive: true });
  t.equal(theme.eta.render('home', homePage('id')), before);
});

t.test('a theme that cannot work is refused in one clear line', async (t) => {
  const cases: [Record<string, Record<string, string>>, RegExp][] = [
    [
      { a: { 'theme.json': themeJson({ name: 'a', parent: 'nowhere' }) } },
      /^theme a: its parent "nowhere" is not there$/,
    ],
    [
      {
        a: { 'theme.json': themeJson({ name: 'a', parent: 'b' }) },
        b: { 'theme.json': themeJson({ name: 'b', parent: 'a' }) },
      },
      /^theme a: it is among its own parents$/,
    ],
    [
      { a: { 'theme.json': themeJson({ name: 'a', parent: 'a' }) } },
      /^theme a: it is among its own parents$/,
    ],
    [{ a: { 'theme.json': themeJson({ name: 'b' }) } }, /^theme a: "name" in theme.json must be "a"$/],
    [{ a: { 'theme.json': '{' } }, /^theme a: theme.json is not JSON/],
    [{ a: { 'theme.json': JSON.stringify({ name: 'a' }) } }, /^theme a: "title" in theme.json is missing$/],
    [
      { a: { 'theme.json': themeJson({ name: 'a', css: 'none' }) } },
      /^theme a: "css" is "append" or "replace"$/,
    ],
    [
      { a: { 'theme.json': themeJson({ name: 'a', papers: { light: 'white' } }) } },
      /^theme a: "papers" needs "light" and "dark"$/,
    ],
    [
      { a: { 'theme.json': themeJson({ name: 'a' }), 'templates/home.eta': '<% if (' } },
      /^theme a: template "home": /,
    ],
  ];
  for (const [themes, message] of cases) {
    t.throws(() => loadThemes(themesWith(t.testdir(), themes)), { name: 'ThemeError', message });
  }
  t.throws(() => loadThemes(t.testdir({})), /there is no theme "base"/);
});

t.test('a child’s styles come after its parent’s, or instead of them', async (t) => {
  const dir = themesWith(t.testdir(), {
    after: {
      'theme.json': themeJson({ name: 'after', parent: 'nusantara' }),
      'assets/a.css': 'b { color: red; }',
    },
    instead: {
      'theme.json': themeJson({ name: 'instead', css: 'replace' }),
      'assets/a.css': 'b { color: red; }',
    },
  });
  const themes = loadThemes(dir);
  const css = (name: string) => themes.get(name)?.stylesheet('#b3121d').css ?? '';
  t.ok(css('after').startsWith(css('nusantara').slice(0, 5000)) && css('after').endsWith('b{color:red}'));
  t.match(css('instead'), /^:root\{--paper:#ffffff;[^}]*\}@media[^}]*\}\}b\{color:red\}$/);
});

t.test('the hash of the assets changes with any asset or style, of the theme or its parents', async (t) => {
  const dir = themesWith(t.testdir(), {});
  const hash = () => (loadThemes(dir).get('nusantara') as Theme).assetHash;
  const hashes = [hash(), hash()];
  t.equal(hashes[0], hashes[1]);
  t.match(hashes[0], /^[0-9a-f]{12}$/);
  for (const file of [
    'base/assets/icon.svg',
    'base/assets/2-elements.css',
    'nusantara/assets/kawung.svg',
    'nusantara/assets/new.css',
  ]) {
    writeFileSync(join(dir, file), 'a{b:c}');
    hashes.push(hash());
  }
  t.equal(new Set(hashes).size, 5);
});
