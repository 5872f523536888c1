import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeTheme, type Theme } from './theme.ts';
import { type Manifest, readManifest, ThemeError } from './theme-manifest.ts';

const ROOT = 'base';
const PAGES = [
  ...['home', 'headlines', 'archive', 'months', 'lines', 'post', 'portal', 'missions', 'contact', 'notice'],
  ...['alert', 'alerts', 'emergency'],
];

/**
 * Every theme in a folder, by name, with what it inherits. Throws one clear line where a theme's parent is
 * missing, where themes are each other's parents, or where a page's template is not there or not valid.
 */
export function loadThemes(dir: string): ReadonlyMap<string, Theme> {
  const placed = placedIn(dir);
  if (!placed.has(ROOT)) throw new ThemeError(`there is no theme "${ROOT}" in ${dir}`);
  return new Map([...placed.keys()].map((name) => [name, checked(makeTheme(lineOf(name, placed)))]));
}

/**
 * One theme in a folder of its own, whose parents stand beside it or among others. Its templates are not compiled.
 * @throws {ThemeError} as `loadThemes`
 */
export function loadTheme(folder: string, others: string): Theme {
  const name = basename(folder);
  const manifest = readManifest(dirname(folder), name);
  const placed = new Map([...placedIn(others), [name, { manifest, dir: folder }]]);
  for (let next = parentOf(manifest); next && existsSync(join(folder, '..', next, 'theme.json')); ) {
    const parent = { manifest: readManifest(dirname(folder), next), dir: join(folder, '..', next) };
    if (placed.get(next)?.dir === parent.dir) break;
    placed.set(next, parent);
    next = parentOf(parent.manifest);
  }
  return makeTheme(lineOf(name, placed));
}

interface Placed {
  manifest: Manifest;
  dir: string;
}

function placedIn(dir: string): Map<string, Placed> {
  const place = (folder: string) => ({ manifest: readManifest(dir, folder), dir: join(dir, folder) });
  return new Map(foldersOf(dir).map((folder) => [folder, place(folder)]));
}

function foldersOf(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'theme.json')))
    .map((entry) => entry.name)
    .sort();
}

function lineOf(name: string, placed: ReadonlyMap<string, Placed>): Placed[] {
  const line: Placed[] = [];
  for (let next: string | undefined = name; next; next = parentOf((line.at(-1) as Placed).manifest)) {
    const one = placed.get(next);
    if (!one) throw new ThemeError(`theme ${line.at(-1)?.manifest.name}: its parent "${next}" is not there`);
    if (line.includes(one)) throw new ThemeError(`theme ${name}: it is among its own parents`);
    line.push(one);
  }
  return line;
}

function parentOf({ name, parent }: Manifest): string | undefined {
  return parent ?? (name === ROOT ? undefined : ROOT);
}

function checked(theme: Theme): Theme {
  for (const page of PAGES) {
    try {
      const path = theme.eta.resolvePath?.(page) ?? page;
      theme.eta.compile(theme.eta.readFile?.(path) ?? '');
    } catch (error) {
      throw new ThemeError(
        `theme ${theme.name}: template "${page}": ${(error as Error).message.split('\n')[0]}`,
      );
    }
  }
  return theme;
}
