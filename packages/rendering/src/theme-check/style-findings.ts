import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { wcagContrast } from 'culori';
import type { Theme } from '../theme.ts';
import { filesOf } from '../theme-assets.ts';
import { ACCENT } from '../theme-setting.ts';
import { error, type Finding, warning } from './finding.ts';

/** A side named as a property or as its value. A selector may name one: it says what somebody else wrote. */
export const PHYSICAL =
  /^\s*(?:(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:float|clear|text-align|caption-side)\s*:[^;]*\b(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius)/;
const MOST_CSS = 10_000;
const SHEET = 'assets/*.css';

/** What is wrong with a theme's styles: what they load, what cannot be read, what stands wrong from right to left. */
export function styleFindings(theme: Theme, dir: string): Finding[] {
  const own = filesOf(dir).filter((file) => file.endsWith('.css'));
  return [...own.flatMap((file) => sourceFindings(theme, dir, file)), ...wholeFindings(theme)];
}

function sourceFindings(theme: Theme, dir: string, name: string): Finding[] {
  const file = `assets/${name}`;
  const css = readFileSync(join(dir, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const sides = css.split(/[\n;{]/).filter((line) => PHYSICAL.test(line));
  const urls = [...css.matchAll(/url\(\s*["']?([^)"']*)["']?\s*\)/g)].map(([, url = '']) => url);
  return [
    ...sides.map((line) =>
      warning(file, `"${line.trim()}" stands wrong from right to left; name start or end`),
    ),
    ...urls.filter((url) => !theme.assets.has(url)).map((url) => error(file, urlProblem(url))),
    ...(/@import\b/.test(css)
      ? [error(file, 'has an @import; files are joined in the order of their names')]
      : []),
  ];
}

const urlProblem = (url: string) =>
  /^(?:[a-z]+:|\/\/)/i.test(url)
    ? `loads "${url.slice(0, 60)}"; put it into assets/ and name it url(file)`
    : `names "${url}", which is not in assets/`;

function wholeFindings(theme: Theme): Finding[] {
  const accent = theme.settings[ACCENT]?.default;
  const { css } = theme.stylesheet(typeof accent === 'string' ? accent : '#b3121d');
  const weight = brotliCompressSync(css).length;
  const heavy =
    weight > MOST_CSS
      ? [warning(SHEET, `weigh ${weight} bytes compressed, with their parents’; ${MOST_CSS} are meant to do`)]
      : [];
  return [...(['light', 'dark'] as const).flatMap((scheme) => contrastFindings(css, scheme)), ...heavy];
}

/** The pairs that text stands in, by the properties that `base` gives. */
const PAIRS: [ink: string, ground: string, least: number][] = [
  ['ink', 'paper', 4.5],
  ['muted', 'paper', 4.5],
  ['accent', 'paper', 4.5],
  ['on-accent', 'accent', 4.5],
  ['ink', 'wash', 4.5],
  ['line', 'paper', 3],
];

function contrastFindings(css: string, scheme: 'light' | 'dark'): Finding[] {
  const values = propertiesIn(css, scheme);
  return PAIRS.flatMap(([ink, ground, least]) => {
    const [one, other] = [values.get(ink), values.get(ground)];
    const contrast = one && other ? wcagContrast(one, other) : least;
    if (contrast >= least) return [];
    const said = `--${ink} ${one} on --${ground} ${other} (${scheme})`;
    return [error(SHEET, `${said} has a contrast of ${contrast.toFixed(2)}; ${least} is the least`)];
  });
}

const MEDIA = /@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/g;

/** The colours that `:root` has on a screen in one scheme: those of the dark one stand instead of the others. */
function propertiesIn(css: string, scheme: 'light' | 'dark'): Map<string, string> {
  const inDark = [...css.matchAll(MEDIA)].flatMap(([, query = '', rules = '']) =>
    /prefers-color-scheme:\s*dark/.test(query) ? [rules] : [],
  );
  const parts = [css.replaceAll(MEDIA, ''), ...(scheme === 'dark' ? inDark : [])];
  const roots = parts.flatMap((part) =>
    [...part.matchAll(/:root[^{]*\{([^}]*)\}/g)].map(([, body = '']) => body),
  );
  const pairs = roots.flatMap((body) => [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8})\b/gi)]);
  return new Map(pairs.map(([, name = '', colour = '']) => [name, colour]));
}
