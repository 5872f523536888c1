import { basename, join } from 'node:path';

/** A built file: what pages call it, its name with a hash of its content, its bytes. */
export interface BuiltFile {
  name: string;
  file: string;
  body: Buffer;
}

const ENTRIES = ['desk.ts', 'editor.css'];
const NAMED = ['desk.js', 'editor.css'];
/** Browsers of the last four years or so; older ones have the plain forms. */
const TARGET = ['chrome109', 'firefox115', 'safari16.4'];
const HASH = /-[A-Z0-9]{8}(?=\.\w+$)/;

/** Bundles what browsers load. Nothing is written: the caller decides where it is kept. */
export async function buildBrowser(folder: string): Promise<BuiltFile[]> {
  // Loaded only when there is something to build: a later start does not pay for it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((name) => join(folder, name)),
    outdir: '/',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: TARGET,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[name]-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.map(({ path, contents }) => {
    const file = basename(path);
    const name = file.replace(HASH, '');
    return { name: NAMED.includes(name) ? name : file, file, body: Buffer.from(contents) };
  });
}
