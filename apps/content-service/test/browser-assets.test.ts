import { execFile } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import t from 'tap';
import { BROWSER_PATH, browserAssets } from '../src/browser-assets.ts';
import { browserWords } from '../src/browser-words.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');
const MANIFEST = join(ROOT, 'apps/content-service/dist/browser/manifest.json');
const build = () => run(process.execPath, ['tools/build-browser.ts'], { cwd: ROOT });

t.test('what pages name is there, and so is every part it loads', async (t) => {
  const assets = await browserAssets();
  t.match(assets.get('desk.js')?.path, /^\/desk\/browser\/desk-\w{8}\.js$/);
  t.match(assets.get('editor.css')?.type, 'text/css');
  const paths = new Set([...assets.values()].map(({ path }) => path));
  for (const [name, { body }] of assets) {
    for (const [, part] of body.toString().matchAll(/(?:from|import|import\()\s*"\.\/([^"]+\.js)"/g)) {
      t.ok(paths.has(`${BROWSER_PATH}${part}`), `${name} loads ${part}`);
    }
    t.notMatch(body.toString(), /\beval\(|new Function\(/, `${name} runs under a strict policy`);
  }
});

t.test('a page of the desk is light, and the editor comes later', async (t) => {
  const assets = await browserAssets();
  const weight = (wanted: RegExp) =>
    [...assets]
      .filter(([name]) => wanted.test(name))
      .reduce((sum, [, { body }]) => sum + brotliCompressSync(body).length, 0);
  const first = weight(/^(desk\.js|part-chunk)/);
  t.ok(first <= 12 * 1024, `${first} bytes at first`);
  t.ok(weight(/^part-editor/) <= 130 * 1024, 'the editor');
  t.ok(weight(/\.css$/) <= 3 * 1024, 'the stylesheet');
});

t.test('what stands is taken as it is, and what is older than its sources is built anew', async (t) => {
  await browserAssets();
  const built = await readFile(MANIFEST, 'utf8');
  const { mtimeMs } = await stat(MANIFEST);
  await build();
  t.equal((await stat(MANIFEST)).mtimeMs, mtimeMs, 'nothing is built twice');
  await writeFile(MANIFEST, JSON.stringify({ ...JSON.parse(built), sources: 'others' }));
  await build();
  t.equal(await readFile(MANIFEST, 'utf8'), built, 'the same sources give the same files');
});

t.test('words cannot end the element they stand in', async (t) => {
  t.notMatch(browserWords('id'), '<');
  t.equal((JSON.parse(browserWords('en')) as Record<string, string>).bold, 'Bold');
});
