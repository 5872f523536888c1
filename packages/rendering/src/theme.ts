import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Eta } from 'eta';
import type { Papers } from './accent-palette.ts';
import { buildStylesheet } from './stylesheet.ts';
import { type Asset, readAssets, readStyles } from './theme-assets.ts';
import { ThemeEta } from './theme-eta.ts';
import type { Manifest, ThemeSetting } from './theme-manifest.ts';

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
  /** The stylesheet for one accent colour. `hash` is `assetHash`: the accent is in the file's name. */
  stylesheet(accent: string): { css: string; hash: string };
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
  return {
    ...own.manifest,
    papers,
    settings: Object.assign({}, ...oldestFirst.map(({ manifest }) => manifest.settings)),
    templatesDir: join(own.dir, 'templates'),
    eta: new ThemeEta(line.map(({ dir }) => join(dir, 'templates'))),
    assets,
    assetHash,
    stylesheet: remember((accent) => ({ css: buildStylesheet(styles, papers, accent), hash: assetHash })),
  };
}

/** A file of the theme or, where it has none of that name, of its parents. */
export function findAsset(theme: Theme, file: string): Asset | undefined {
  return theme.assets.get(file);
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
