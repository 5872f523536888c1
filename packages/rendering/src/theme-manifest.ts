import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Papers } from './accent-palette.ts';
import { readSetting, type ThemeSetting } from './theme-setting.ts';

const NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

/** A theme that cannot be used, or a setting that it refuses; the message names what is wrong. */
export class ThemeError extends Error {
  override name = 'ThemeError';
}

/** What a folder's `theme.json` says. */
export interface Manifest {
  name: string;
  title: string;
  parent?: string;
  /** `replace` where the theme's stylesheet stands alone instead of after its parent's. */
  css?: 'append' | 'replace';
  papers?: Papers;
  settings: Record<string, ThemeSetting>;
  regions: string[];
}

/** Reads and checks `theme.json` in a theme's folder; its name must be the folder's. */
export function readManifest(themesDir: string, folder: string): Manifest {
  const file = join(themesDir, folder, 'theme.json');
  const manifest = parse(folder, readFileSync(file, 'utf8'));
  const wrong = problemOf(folder, manifest);
  if (wrong) throw new ThemeError(`theme ${folder}: ${wrong}`);
  const { settings = {}, regions = [], ...rest } = manifest as Omit<Manifest, 'settings'> & Settings;
  return { ...rest, settings: readSettings(folder, settings), regions };
}

interface Settings {
  settings?: Record<string, unknown>;
}

function readSettings(folder: string, raw: Record<string, unknown>): Manifest['settings'] {
  const read = Object.entries(raw).map(([name, one]): [string, ThemeSetting] => {
    const setting = NAME.test(name)
      ? readSetting(one)
      : 'has a name of letters and digits, such as homeLayout';
    if (typeof setting !== 'string') return [name, setting];
    throw new ThemeError(`theme ${folder}: setting "${name}" in theme.json: ${setting}`);
  });
  return Object.fromEntries(read);
}

function parse(folder: string, json: string): Partial<Manifest> {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ThemeError(`theme ${folder}: theme.json is not JSON (${(error as Error).message})`);
  }
}

function problemOf(
  folder: string,
  { name, title, parent, css, papers }: Partial<Manifest>,
): string | undefined {
  if (name !== folder) return `"name" in theme.json must be "${folder}"`;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return 'its name may have only small letters, digits and hyphens';
  if (typeof title !== 'string' || !title) return '"title" in theme.json is missing';
  if (parent !== undefined && typeof parent !== 'string') return '"parent" in theme.json must be a name';
  if (css !== undefined && css !== 'append' && css !== 'replace') return '"css" is "append" or "replace"';
  if (papers && !(isHex(papers.light) && isHex(papers.dark))) return '"papers" needs "light" and "dark"';
  return undefined;
}

function isHex(value: unknown): boolean {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
