import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBrowser } from './browser-build.ts';

/** A file for browsers: where it is asked for, and its bytes. */
export interface BrowserAsset {
  path: string;
  type: string;
  body: Buffer;
}

/** What pages name (`desk.js`, `editor.css`), and under their file names the parts those load by themselves. */
export type BrowserAssets = ReadonlyMap<string, BrowserAsset>;

interface Manifest {
  /** Of everything the files were made from. */
  sources: string;
  /** Name to file name; the latter holds a hash of its content. */
  files: Record<string, string>;
}

/** Files stand below this path, under names that change with their content: they may be cached for ever. */
export const BROWSER_PATH = '/desk/browser/';
const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };
const APP = join(import.meta.dirname, '..');
const DIST = join(APP, 'dist/browser');
const MANIFEST = join(DIST, 'manifest.json');
const SOURCES = ['package.json', 'src/browser-build.ts', 'src/browser/**/*.{ts,css,json}'];

let asked: Promise<BrowserAssets> | undefined;

/** What browsers load at the desk; built when there is nothing yet, or something older than its sources. */
export function browserAssets(): Promise<BrowserAssets> {
  asked ??= load();
  return asked;
}

async function load(): Promise<BrowserAssets> {
  const sources = await hashOfSources();
  return (await readBuilt(sources)) ?? build(sources);
}

/** By content and not by time: a checkout or a copy into an image gives files new times. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of globSync(SOURCES, { cwd: APP }).sort()) {
    hash.update(`${name}\n`).update(await readFile(join(APP, name)));
  }
  return hash.digest('hex');
}

async function readBuilt(sources: string): Promise<BrowserAssets | undefined> {
  try {
    const manifest = JSON.parse(await readFile(MANIFEST, 'utf8')) as Manifest;
    if (manifest.sources !== sources) return undefined;
    const entries = Object.entries(manifest.files).map(
      async ([name, file]) => [name, asset(file, await readFile(join(DIST, file)))] as const,
    );
    return new Map(await Promise.all(entries));
  } catch {
    return undefined;
  }
}

async function build(sources: string): Promise<BrowserAssets> {
  const built = await buildBrowser(join(APP, 'src/browser'));
  // A service that may not write beside its code serves from memory, and builds at its next start again.
  await keep(sources, built).catch(() => undefined);
  return new Map(built.map(({ name, file, body }) => [name, asset(file, body)]));
}

/** The manifest comes last and at once: another process that starts meanwhile sees all of it or nothing. */
async function keep(sources: string, built: Awaited<ReturnType<typeof buildBrowser>>): Promise<void> {
  await mkdir(DIST, { recursive: true });
  await Promise.all(built.map(({ file, body }) => writeFile(join(DIST, file), body)));
  const files = Object.fromEntries(built.map(({ name, file }) => [name, file]));
  const next = `${MANIFEST}.${process.pid}`;
  await writeFile(next, JSON.stringify({ sources, files } satisfies Manifest));
  await rename(next, MANIFEST);
  const stay = ['manifest.json', ...Object.values(files)];
  const old = (await readdir(DIST)).filter((file) => !stay.includes(file));
  await Promise.all(old.map((file) => rm(join(DIST, file), { force: true })));
}

function asset(file: string, body: Buffer): BrowserAsset {
  return { path: BROWSER_PATH + file, type: file.endsWith('.css') ? TYPES.css : TYPES.js, body };
}
