import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Eta } from 'eta';
import { accentName, type Papers } from './accent-palette.ts';
import { buildStylesheet } from './stylesheet.ts';
import { type Asset, readAssets, readStyles } from './theme-assets.ts';
import { ThemeEta } from './theme-eta.ts';
import type { Manifest } from './theme-manifest.ts';
import { ACCENT, type ThemeSetting } from './theme-setting.ts';

/** A theme ready to draw pages: everything it inherits is already in it. */
export interface Theme {
  name: string;
  title: string;
  parent?: string;
  settings: Record<string, ThemeSetting>;
  regions: string[];
  papers: Papers;
  /** The theme's own templates; `eta` finds the inherited ones. */
  templatesDir: string;
  eta: Eta;
  assets: ReadonlyMap<string, Asset>;
  /** Changes with any asset or style of the theme or its parents; the `{hash}` of every asset's address. */
  assetHash: string;
  /**
   * The stylesheet for one accent colour, and for the colours among its settings in their order; those that are not
   * given stand by default. `hash` is `assetHash`: the colours are in the file's name.
   */
  stylesheet(accent: string, others?: readonly string[]): { css: string; hash: string };
}

const DEFAULT_PAPERS: Papers = { light: '#ffffff', dark: '#121212' };
const SAMPLE_ACCENTS = ['#b3121d', '#ffe600', '#2e8b57', '#0a3cff', '#7a7a7a', '#e000d0'];
const KEPT_STYLESHEETS = 300;

/** Puts a theme together from its manifests and folders, its own first and `base` last. */
export function makeTheme(line: { manifest: Manifest; dir: string }[]): Theme {
  const own = line[0] as { manifest: Manifest; dir: string };
  const oldestFirst = line.toReversed();
  const papers = line.find(({ manifest }) => manifest.papers)?.manifest.papers ?? DEFAULT_PAPERS;
  const assets = new Map(oldestFirst.flatMap(({ dir }) => [...readAssets(dir)]));
  const styles = stylesOf(oldestFirst);
  const assetHash = hashOf(assets, [
    styles,
    ...SAMPLE_ACCENTS.map((accent) => buildStylesheet('', papers, accent)),
  ]);
  const settings = Object.assign({}, ...oldestFirst.map(({ manifest }) => manifest.settings));
  const sheet = remember((colours: string) => {
    const [accent = '', ...others] = colours.split(' ');
    return buildStylesheet(styles, papers, accent, coloursOf(settings, others));
  });
  return {
    ...own.manifest,
    papers,
    settings,
    templatesDir: join(own.dir, 'templates'),
    eta: new ThemeEta(line.map(({ dir }) => join(dir, 'templates'))),
    assets,
    assetHash,
    stylesheet: (accent, others = []) => ({ css: sheet([accent, ...others].join(' ')), hash: assetHash }),
  };
}

/** A file of the theme or, where it has none of that name, of its parents. */
export function findAsset(theme: Theme, file: string): Asset | undefined {
  return theme.assets.get(file);
}

/**
 * The name of a theme's stylesheet in a site's colours, as `readStylesheetName` reads it: `b3121d.css`, or
 * `b3121d-0a5c36.css` where the theme's settings have another colour.
 */
export function stylesheetName(
  theme: Theme,
  accent: string,
  values: Readonly<Record<string, unknown>>,
): string {
  const others = Object.entries(coloursOf(theme.settings, [])).map(([name, standard]) => {
    const own = values[name];
    return typeof own === 'string' ? own : standard;
  });
  return `${[accent, ...others].map(accentName).join('-')}.css`;
}

/** The colours in the name of a stylesheet; undefined for any other file. */
export function readStylesheetName(file: string): string[] | undefined {
  if (!/^[0-9a-f]{6}(-[0-9a-f]{6}){0,9}\.css$/.test(file)) return undefined;
  return file
    .slice(0, -'.css'.length)
    .split('-')
    .map((digits) => `#${digits}`);
}

/** The colours among a theme's settings besides the accent, as they are given in their order, else by default. */
function coloursOf(settings: Record<string, ThemeSetting>, given: readonly string[]): Record<string, string> {
  const colours = Object.entries(settings).flatMap(([name, setting]) =>
    setting.form === 'colour' && name !== ACCENT ? [[name, setting.default] as const] : [],
  );
  return Object.fromEntries(colours.map(([name, standard], index) => [name, given[index] ?? standard]));
}

function stylesOf(oldestFirst: { manifest: Manifest; dir: string }[]): string {
  return oldestFirst.reduce((inherited, { manifest, dir }) => {
    return manifest.css === 'replace' ? readStyles(dir) : `${inherited}\n${readStyles(dir)}`;
  }, '');
}

function hashOf(assets: Map<string, Asset>, styles: string[]): string {
  const hash = createHash('sha256');
  for (const [file, { body }] of assets) hash.update(`${file}\0${body.length}\0`).update(body);
  for (const text of styles) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 12);
}

// Anyone can ask for a stylesheet of any colour: only so many are kept.
function remember<Value>(make: (key: string) => Value): (key: string) => Value {
  const kept = new Map<string, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= KEPT_STYLESHEETS) kept.clear();
    const value = make(key);
    kept.set(key, value);
    return value;
  };
}
