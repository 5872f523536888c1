import { join } from 'node:path';
import { wcagContrast } from 'culori';
import fc from 'fast-check';
import t from 'tap';
import { accentName } from '../src/accent-palette.ts';
import { accentPalette, loadThemes, type Theme } from '../src/index.ts';
import { minifyCss } from '../src/minify-css.ts';

const themes = loadThemes(join(import.meta.dirname, '../../../themes'));
const papers = { light: '#fbf8f1', dark: '#171411' };
const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

t.test('whatever colour a site picks, both of its variants can be read', async () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { light, dark } = accentPalette(accent, papers);
      return (
        wcagContrast(light.accent, papers.light) >= 4.5 &&
        wcagContrast(dark.accent, papers.dark) >= 4.5 &&
        wcagContrast(light.onAccent, light.accent) >= 4.5 &&
        wcagContrast(dark.onAccent, dark.accent) >= 4.5
      );
    }),
    { numRuns: 1000 },
  );
});

t.test('a colour that can be read already is left as it is', async (t) => {
  t.equal(accentPalette('#b3121d', papers).light.accent, '#b3121d');
  t.equal(accentPalette('#B21', papers).light.accent, '#bb2211');
});

t.test('what is not a colour is refused, naming the setting', async (t) => {
  for (const wrong of ['red', '#12', '#1234567', 'b3121d', '', '#b3121g', '#b3121d;}', 'url(x)']) {
    t.throws(() => accentPalette(wrong), { name: 'ThemeError', message: /^accent: / }, wrong);
    t.throws(() => themes.get('base')?.stylesheet(wrong), /^accent: |accent/);
  }
  t.equal(accentName('#B3121D'), 'b3121d');
});

t.test('a stylesheet starts with its colours, and one theme has as many as there are accents', async (t) => {
  const theme = themes.get('nusantara') as Theme;
  t.match(
    theme.stylesheet('#b3121d').css,
    /^:root\{--paper:#fbf8f1;--accent:#b3121d;--on-accent:#ffffff\}@media screen/,
  );
  t.not(theme.stylesheet('#0a5c36').css, theme.stylesheet('#b3121d').css);
  t.equal(theme.stylesheet('#b3121d').hash, theme.assetHash);
});

t.test('our stylesheets load nothing but their own files', async (t) => {
  for (const theme of themes.values()) {
    const { css } = theme.stylesheet('#b3121d');
    t.notMatch(css, /@import|data:|https?:|\/\*|expression/);
    for (const [, file = ''] of css.matchAll(/url\(([^)]*)\)/g)) t.ok(theme.assets.has(file), file);
  }
});

t.test('our stylesheets know no left and right, so that they fit both directions', async (t) => {
  const physical =
    /[{;](?:left|right|(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|float:(?:left|right))\b/;
  for (const theme of themes.values()) t.notMatch(theme.stylesheet('#b3121d').css, physical);
});

t.test('minifying keeps what means something', async (t) => {
  t.equal(minifyCss('a > b , c :hover {\n  margin: 0 auto ;\n}\n'), 'a > b,c :hover{margin:0 auto}');
  t.equal(
    minifyCss('a{content:" /* no */ ; }";b:calc(1px + 2px)}'),
    'a{content:" /* no */ ; }";b:calc(1px + 2px)}',
  );
  t.equal(minifyCss("a{b:url(x/y.svg)}/* x ' */c{d:'\\'  }'}"), "a{b:url(x/y.svg)}c{d:'\\'  }'}");
  t.equal(minifyCss('@media (min-width: 40em) { a { b: c } }'), '@media (min-width:40em){a{b:c}}');
});
