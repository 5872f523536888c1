import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import t from 'tap';
import { type EncodeOptions, encodePicture } from '../src/index.ts';
import { temporaryFolder } from './support.ts';

const RED = { r: 200, g: 30, b: 40 };
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: RED } });
const place = await temporaryFolder(t);
let count = 0;

/** Encodes a file of these bytes; the renditions by their file names. */
async function encode(bytes: Uint8Array, options?: EncodeOptions) {
  const folder = join(place, `${++count}`);
  await mkdir(folder);
  await writeFile(`${folder}.sent`, bytes);
  const made = await encodePicture(`${folder}.sent`, folder, options);
  const files = (await readdir(folder)).sort();
  const read = files.map(async (name) => [name, await readFile(join(folder, name))] as const);
  return { made, files: new Map(await Promise.all(read)) };
}
const widthsOf = async (width: number) => (await encode(await plain(width, 20).png().toBuffer())).made.widths;

t.test('a picture comes in three formats, in every width it is large enough for, and large', async (t) => {
  const { made, files } = await encode(await plain(5000, 2500).jpeg().toBuffer());
  t.match(made, { width: 1600, height: 800, widths: [480, 960, 1600], formats: ['avif', 'webp', 'jpeg'] });
  t.equal(made.largeWidth, 4000);
  t.equal(made.bytes, files.get('large.jpg')?.length);
  const expected = ['1600', '480', '960'].flatMap((w) => [`${w}.avif`, `${w}.jpg`, `${w}.webp`]);
  t.same([...files.keys()], [...expected, 'large.jpg']);
  for (const [name, bytes] of files) {
    const read = await sharp(bytes).metadata();
    const width = name === 'large.jpg' ? 4000 : Number.parseInt(name, 10);
    const format = name.endsWith('.avif') ? 'heif' : name.endsWith('.webp') ? 'webp' : 'jpeg';
    t.same([read.format, read.width, read.height], [format, width, width / 2], name);
  }
});

t.test('a small picture is not enlarged, and has at least one width', async (t) => {
  t.same(await widthsOf(100), [100]);
  t.same(await widthsOf(500), [500], 'two that differ little are one');
  t.same(await widthsOf(1200), [480, 960, 1200]);
  t.same(await widthsOf(1600), [480, 960, 1600]);
});

t.test('what a camera wrote about itself is gone, and the picture stands upright', async (t) => {
  const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '6/1 10/1 0/1' } };
  const shot = await plain(600, 300).jpeg().withMetadata({ orientation: 6 }).withExifMerge(exif).toBuffer();
  t.ok((await sharp(shot).metadata()).exif, 'there was something to lose');
  const { made, files } = await encode(shot);
  t.same([made.width, made.height], [300, 600]);
  for (const [name, bytes] of files) {
    const { exif, orientation, icc, xmp, iptc } = await sharp(bytes).metadata();
    t.same([exif, icc, xmp, iptc], [undefined, undefined, undefined, undefined], name);
    t.ok(orientation === undefined || orientation === 1, name);
    t.notOk(bytes.includes('Camera'), name);
  }
});

t.test('every format a phone or an office sends is taken', async (t) => {
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const sent = await plain(200, 100).toFormat(format).toBuffer();
    t.equal((await encode(sent)).made.width, 200, format);
  }
  const deep = await plain(200, 100).toColourspace('rgb16').png().toBuffer();
  const shade = (await sharp((await encode(deep)).files.get('large.jpg')).stats()).channels[0]?.mean ?? 0;
  t.ok(Math.abs(shade - RED.r) < 6, 'one with 16 bits a colour keeps its colours');
});

t.test('what is transparent is laid on white in all formats', async (t) => {
  const clear = sharp({ create: { width: 200, height: 100, channels: 4, background: { ...RED, alpha: 0 } } });
  const { files } = await encode(await clear.png().toBuffer());
  for (const [name, bytes] of files) {
    const { channels } = await sharp(bytes).stats();
    t.ok(
      channels.every(({ mean }) => mean > 253),
      name,
    );
  }
});

t.test('a drawing is taken only from ourselves', async (t) => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="9"/></svg>',
  );
  for (const sent of [svg, Buffer.concat([Buffer.from('\n<?xml version="1.0"?>\n'), svg])]) {
    await t.rejects(encode(sent), { name: 'MediaError', code: 'invalid', reason: 'format' });
  }
  t.equal((await encode(svg, { trusted: true })).made.width, 200);
});
