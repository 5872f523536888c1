import { brotliCompressSync } from 'node:zlib';
import { browserAssets } from '../apps/content-service/src/browser-assets.ts';

/**
 * Makes what browsers load at the desk, unless it stands already; part of `npm ci`. With `--sizes` it says what
 * each file weighs on the line.
 */
const assets = await browserAssets();
if (process.argv.includes('--sizes')) {
  for (const [name, { body }] of assets) console.log(`${name}: ${brotliCompressSync(body).length} bytes`);
}
