import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import t from 'tap';
import { encodePicture, MediaError } from '../src/index.ts';

const RED = { r: 200, g: 30, b: 40 };
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: RED } });
const widthsOf = async (width: number) => {
  const { renditions } = await encodePicture(await plain(width, 20).png().toBuffer());
  return renditions.filter(({ format }) => format === 'webp').map((rendition) => rendition.width);
};

/** A PNG that says it is this large; what follows does not matter to who reads only its head. */
function claiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rest = [chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([start, chunk('IHDR', head), ...rest]);
}

t.test('a picture comes in both formats and in every width it is large enough for', async (t) => {
  const { width, height, renditions } = await encodePicture(await plain(3000, 1500).jpeg().toBuffer());
  t.same([width, height], [1600, 800]);
  t.same(
    renditions.map((rendition) => `${rendition.width} ${rendition.format}`),
    ['480 webp', '480 jpeg', '960 webp', '960 jpeg', '1600 webp', '1600 jpeg'],
  );
  for (const rendition of renditions) {
    const read = await sharp(rendition.bytes).metadata();
    t.same([read.format, read.width, read.height], [rendition.format, rendition.width, rendition.width / 2]);
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
  const { width, height, renditions } = await encodePicture(shot);
  t.same([width, height], [300, 600]);
  for (const { bytes } of renditions) {
    const { exif, orientation, icc, xmp } = await sharp(bytes).metadata();
    t.same([exif, orientation, icc, xmp], [undefined, undefined, undefined, undefined]);
    t.notOk(bytes.includes('Camera'));
  }
});

t.test('every format a phone or an office sends is taken', async (t) => {
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const sent = await plain(200, 100).toFormat(format).toBuffer();
    t.same((await encodePicture(sent)).width, 200, format);
  }
});

t.test('what is transparent is laid on white in both formats', async (t) => {
  const clear = sharp({ create: { width: 200, height: 100, channels: 4, background: { ...RED, alpha: 0 } } });
  const { renditions } = await encodePicture(await clear.png().toBuffer());
  for (const { bytes } of renditions) {
    const { channels } = await sharp(bytes).stats();
    t.same(
      channels.map(({ mean }) => Math.round(mean)),
      [255, 255, 255],
    );
  }
});

t.test('a drawing is taken only from ourselves', async (t) => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="9"/></svg>',
  );
  await t.rejects(encodePicture(svg), { name: 'MediaError', code: 'invalid', reason: 'format' });
  await t.rejects(encodePicture(Buffer.concat([Buffer.from('\n<?xml version="1.0"?>\n'), svg])), {
    name: 'MediaError',
    reason: 'format',
  });
  t.equal((await encodePicture(svg, { trusted: true })).width, 200);
});

t.test('what is no picture of ours is refused by its content', async (t) => {
  const tiff = await plain(200, 100).tiff().toBuffer();
  for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('<html>'), tiff]) {
    await t.rejects(encodePicture(bytes, { trusted: true }), { name: 'MediaError', reason: 'format' });
  }
});

t.test('a damaged picture is refused with a sentence', async (t) => {
  const whole = await plain(400, 400).jpeg().toBuffer();
  const halves = [
    whole.subarray(0, whole.length / 2),
    Buffer.concat([whole.subarray(0, 3), Buffer.from('no')]),
  ];
  for (const half of halves) {
    const refusal = await encodePicture(half).catch((error: unknown) => error);
    t.ok(refusal instanceof MediaError);
    t.match(refusal, { reason: 'unreadable', message: 'The picture is damaged and cannot be read.' });
  }
});

t.test('sizes nobody can show are refused before they are decoded', async (t) => {
  await t.rejects(encodePicture(claiming(30_000, 30_000)), { name: 'MediaError', reason: 'too-large' });
  await t.rejects(encodePicture(await plain(99, 99).png().toBuffer()), {
    name: 'MediaError',
    reason: 'too-small',
  });
  await t.rejects(encodePicture(await plain(100, 801).png().toBuffer()), {
    name: 'MediaError',
    reason: 'too-tall',
  });
});
