import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A file that a theme's pages or stylesheet refer to. */
export interface Asset {
  body: Buffer;
  type: string;
}

const TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Whether a file is of a kind that is served. */
export const isAsset = (file: string) => extname(file) in TYPES;

/** The files in a theme's own `assets/`, stylesheets aside, by name. Unknown kinds are left out. */
export function readAssets(themeDir: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const file of filesOf(themeDir)) {
    const type = TYPES[extname(file)];
    if (type) assets.set(file, { type, body: readFileSync(join(themeDir, 'assets', file)) });
  }
  return assets;
}

/** The text of a theme's own stylesheets, in the order of their names. */
export function readStyles(themeDir: string): string {
  const files = filesOf(themeDir).filter((file) => file.endsWith('.css'));
  return files.map((file) => readFileSync(join(themeDir, 'assets', file), 'utf8')).join('\n');
}

/** The files in a theme's own `assets/`, by name. */
export function filesOf(themeDir: string): string[] {
  const dir = join(themeDir, 'assets');
  return existsSync(dir) ? readdirSync(dir).sort() : [];
}
