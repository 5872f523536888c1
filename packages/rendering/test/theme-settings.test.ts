import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { loadThemes, type SettingProblem, settingProblems, type Theme, themeValues } from '../src/index.ts';
import { homePage } from '../src/specimens/sample-pages.ts';
import { readStylesheetName, stylesheetName } from '../src/theme.ts';

const themesDir = join(import.meta.dirname, '../../../themes');
const title = { id: 'Judul', en: 'Title' };

/** A theme with a setting of each kind, beside those that come with Warta. */
function themeWith(dir: string, settings: object): Theme {
  cpSync(themesDir, dir, { recursive: true });
  mkdirSync(join(dir, 'own'));
  const manifest = { name: 'own', title: 'Own', parent: 'nusantara', settings };
  writeFileSync(join(dir, 'own', 'theme.json'), JSON.stringify(manifest));
  return loadThemes(dir).get('own') as Theme;
}

const SETTINGS = {
  ribbon: { type: 'string', format: 'color', title, default: '#0a5c36' },
  density: { type: 'integer', minimum: 1, maximum: 3, title, default: 2 },
  motto: { type: 'string', maxLength: 10, title },
};

t.test('a theme has its parents’ settings and its own, each with a value', async (t) => {
  const theme = themeWith(t.testdir(), SETTINGS);
  t.same(themeValues(theme, {}), {
    ...{ homeLayout: 'news', showHero: true, footerWords: {} },
    ...{ ribbon: '#0a5c36', density: 2, motto: '' },
  });
  const own = { homeLayout: 'magazine', showHero: false, footerWords: { id: 'Kami' } };
  t.match(themeValues(theme, own), own);
  t.notOk('accent' in themeValues(theme, {}), 'the accent is kept elsewhere');
});

t.test('a value that does not hold is told by its name, and its default stands', async (t) => {
  const theme = themeWith(t.testdir(), SETTINGS);
  const cases: [string, unknown, RegExp][] = [
    ['homeLayout', 'cinema', /^homeLayout is one of news, magazine$/],
    ['showHero', 'yes', /^showHero is true or false$/],
    ['footerWords', { id: 'x'.repeat(301) }, /^footerWords\.id has at most 300 characters$/],
    ['footerWords', 'Kami', /^footerWords is words by language/],
    ['ribbon', 'green', /^ribbon is not a colour such as #b3121d$/],
    ['ribbon', '#ffe600', /^ribbon is too pale .* nearest colour that can be is #[0-9a-f]{6}$/],
    ['density', 4, /^density is a whole number from 1 to 3$/],
    ['density', '2', /^density is a whole number/],
    ['motto', 'x'.repeat(11), /^motto has at most 10 characters$/],
    ['accent', '#0a5c36', /^accent is no setting of the theme Own/],
    ['toString', 'x', /^toString is no setting of the theme Own; it has homeLayout, /],
  ];
  for (const [name, value, complaint] of cases) {
    const reported: SettingProblem[] = [];
    const values = { [name]: value } as Parameters<typeof themeValues>[1];
    t.same(
      themeValues(theme, values, (problem) => reported.push(problem)),
      themeValues(theme, {}),
    );
    t.match(reported.map(({ setting, message }) => `${setting} ${message}`).join(), complaint);
    t.same(settingProblems(theme, values), reported);
  }
});

t.test('a setting that theme.json describes wrongly is refused in one line that says where', async (t) => {
  const cases: [object, RegExp][] = [
    [{ type: 'array', title }, /^theme own: setting "x" in theme.json: is of no type that settings have/],
    [{ type: 'boolean', title }, /setting "x" in theme.json: default: /],
    [{ type: 'boolean', title: { en: 'X' }, default: true }, /setting "x" in theme.json: title.id: /],
    [{ type: 'integer', title, minimum: 1, maximum: 3, default: 4 }, /default: is not between/],
    [{ type: 'string', format: 'color', title, default: 'red' }, /default: is not a colour/],
    [{ type: 'string', title, oneOf: [{ const: 'a', title }], default: 'a' }, /oneOf: /],
    [
      {
        ...{ type: 'string', title, default: 'c' },
        oneOf: [
          { const: 'a', title },
          { const: 'b', title },
        ],
      },
      /default: is none of its "oneOf"$/,
    ],
  ];
  for (const [x, message] of cases) {
    t.throws(() => themeWith(t.testdir(), { x }), { name: 'ThemeError', message });
  }
  t.throws(() => themeWith(t.testdir(), { 'a.b': { type: 'boolean', title, default: true } }), /"a.b" in/);
});

t.test('the colours among the settings are in the stylesheet, readable on each paper', async (t) => {
  const theme = themeWith(t.testdir(), SETTINGS);
  const file = stylesheetName(theme, '#b3121d', { ribbon: '#112233', motto: 'x' });
  t.equal(file, 'b3121d-112233.css');
  t.same(readStylesheetName(file), ['#b3121d', '#112233']);
  t.equal(stylesheetName(theme, '#b3121d', {}), 'b3121d-0a5c36.css');
  const { css } = theme.stylesheet('#b3121d', ['#112233']);
  t.match(css, /^:root\{--paper:[^}]*--ribbon:#112233;--on-ribbon:#ffffff\}@media[^}]*--ribbon:#[0-9a-f]{6}/);
  t.match(theme.stylesheet('#b3121d').css, '--ribbon:#0a5c36', 'what is not given stands by default');
  for (const file of ['icon.svg', 'b3121d-.css', 'b3121d-red.css', `${'b3121d-'.repeat(11)}b3121d.css`]) {
    t.equal(readStylesheetName(file), undefined, file);
  }
});

t.test('what a site sets of its theme is seen on its home', async (t) => {
  const themes = loadThemes(themesDir);
  for (const theme of ['base', 'nusantara']) {
    const draw = (settings: object) => {
      const home = homePage('id');
      const hero = { picture: { ...home.posts.find(({ cover }) => cover)?.cover }, lang: 'id' };
      const page = { ...home, hero, theme: { name: theme, settings } };
      return themes.get(theme)?.eta.render('home', page) ?? '';
    };
    t.match(draw({ homeLayout: 'news', showHero: true }), 'class="hero"', theme);
    t.notMatch(draw({ homeLayout: 'news', showHero: false }), 'class="hero"', theme);
    t.notMatch(draw({ homeLayout: 'news' }), /class="[^"]*cards"/, theme);
    const magazine = draw({ homeLayout: 'magazine' });
    t.match(magazine, /class="[^"]*\bcards"/, theme);
    const pictures = homePage('id').posts.filter(({ cover }) => cover).length;
    t.ok(
      (magazine.match(/<picture class="picture/g)?.length ?? 0) >= pictures,
      `${theme}: with its pictures`,
    );
    const words = { text: 'نحن <هنا>', tongue: { lang: 'ar', dir: 'rtl' } };
    t.match(draw({ footerWords: words }), '<p class="foot-words" lang="ar" dir="rtl">نحن &lt;هنا&gt;</p>');
  }
});
