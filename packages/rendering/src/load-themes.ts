import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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
  const manifests = new Map(foldersOf(dir).map((folder) => [folder, readManifest(dir, folder)]));
  if (!manifests.has(ROOT)) throw new ThemeError(`there is no theme "${ROOT}" in ${dir}`);
  const themes = new Map<string, Theme>();
  for (const name of manifests.keys()) {
    const line = lineOf(name, manifests).map((manifest) => ({ manifest, dir: join(dir, manifest.name) }));
    themes.set(name, checked(makeTheme(line)));
  }
  return themes;
}

function foldersOf(dir: string): string[] {
  const entries = readdirSync(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'theme.json')))
    .map((entry) => entry.name)
    .sort();
}

function lineOf(name: string, manifests: Map<string, Manifest>): Manifest[] {
  const line: Manifest[] = [];
  for (let next: string | undefined = name; next; next = parentOf(line.at(-1) as Manifest)) {
    const manifest = manifests.get(next);
    if (!manifest) throw new ThemeError(`theme ${line.at(-1)?.name}: its parent "${next}" is not there`);
    if (line.includes(manifest)) throw new ThemeError(`theme ${name}: it is among its own parents`);
    line.push(manifest);
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
