import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import { testDatabase } from '@warta/database/testing';
import sharp from 'sharp';
import t from 'tap';
import { MEDIA_LIMITS, MediaError, storeDocument, storePicture } from '../src/index.ts';
import { actor, filesOf, makeSite, PDF, picture, temporaryFolder } from './support.ts';

const { db } = await testDatabase(t);
const mediaDir = await temporaryFolder(t);
const site = await makeSite(db);

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** A PNG that says it is this large, and holds `data`. */
function png(width: number, height: number, data: Buffer, ...extra: Buffer[]): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    PNG_START,
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Whatever is sent, it is refused for this reason, in a sentence, and neither a file nor a row is left. */
async function refused(t: Tap, reason: string, bytes: Uint8Array, what = reason): Promise<void> {
  const error = await storePicture(db, actor, { mediaDir, site: site.id, source: bytes, alt: {} }).catch(
    (thrown: unknown) => thrown,
  );
  t.ok(error instanceof MediaError, what);
  t.match(error, { code: 'invalid', reason, message: /^The .+\.$/, errors: [{ field: 'file' }] }, what);
  t.same(await filesOf(mediaDir), [], `${what} leaves no file`);
  t.same(await db.selectFrom('media').select('id').execute(), [], `${what} leaves no row`);
}
type Tap = Pick<typeof t, 'ok' | 'match' | 'same'>;

t.test('what is no picture of ours is refused by its content', async (t) => {
  const tiff = await sharp(await picture(1, 200, 100))
    .tiff()
    .toBuffer();
  const pages = [
    '<html><script>alert(1)</script>',
    'MZ\x90\x00',
    'PK\x03\x04',
    '#!/bin/sh',
    '%!PS-Adobe-3.0',
  ];
  for (const bytes of [Buffer.alloc(0), PDF, tiff, ...pages.map((page) => Buffer.from(page, 'latin1'))]) {
    await refused(t, 'format', bytes, bytes.subarray(0, 4).toString('latin1'));
  }
});

t.test('a phone’s HEIC is told apart, with what to do', async (t) => {
  const box = (brand: string, ...more: string[]) => {
    const size = Buffer.from([0, 0, 0, 16 + more.length * 4]);
    return Buffer.concat([size, Buffer.from(`ftyp${brand}\0\0\0\0${more.join('')}`, 'latin1')]);
  };
  const files = [box('heic', 'mif1', 'heic'), box('heix'), box('mif1', 'heic'), box('hevc'), box('msf1')];
  for (const file of files) await refused(t, 'heic', file);
  await refused(t, 'unreadable', box('mif1', 'avif', 'heic'), 'one that says it is AVIF too is tried');
});

t.test('a damaged picture is refused', async (t) => {
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const noise = {
      create: { width: 400, height: 400, channels: 3 as const, background: '#888', noise: grain },
    };
    const whole = await sharp(noise).toFormat(format).toBuffer();
    await refused(t, 'unreadable', whole.subarray(0, whole.length / 2), `half a ${format}`);
  }
  await refused(t, 'unreadable', Buffer.from([0xff, 0xd8, 0xff, 0x6e, 0x6f]));
});

t.test('a small file that unfolds into a huge picture is refused before it does', async (t) => {
  await refused(t, 'too-large', png(30_000, 30_000, deflateSync(Buffer.alloc(64))));
  await refused(t, 'unreadable', png(2 ** 31 - 1, 2 ** 31 - 1, deflateSync(Buffer.alloc(64))), 'the largest');
  const rows = deflateSync(Buffer.alloc(7800 * (7800 * 3 + 1)));
  await refused(t, 'too-large', png(7800, 7800, rows), 'a whole one just above the limit');
});

t.test('a picture whose data never ends as it said is refused', async (t) => {
  await refused(t, 'unreadable', png(5000, 5000, deflateSync(Buffer.alloc(64))), 'far too little data');
  const profile = Buffer.concat([Buffer.from('x\0\0'), deflateSync(Buffer.alloc(300_000_000))]);
  const bomb = png(200, 100, deflateSync(Buffer.alloc(64)), chunk('iCCP', profile));
  await refused(t, 'unreadable', bomb, 'a bomb in its colour profile');
});

t.test('sizes nobody can show, and pictures that move, are refused', async (t) => {
  await refused(t, 'too-small', await picture(1, 99, 99));
  await refused(t, 'too-tall', await picture(1, 100, 801));
  const frames = await Promise.all([1, 99].map((red) => picture(red, 200, 100)));
  for (const format of ['gif', 'webp'] as const) {
    const moving = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    await refused(t, 'animated', moving, `moving ${format}`);
  }
});

t.test('a file that is heavier than we say is refused unread', async (t) => {
  const heavy = Buffer.concat([await picture(1), Buffer.alloc(MEDIA_LIMITS.pictureBytes)]);
  await refused(t, 'too-heavy', heavy);
});

t.test('a picture that is something else as well is a picture and nothing else afterwards', async (t) => {
  const page = '<script>alert(1)</script>';
  const jpeg = await sharp(await picture(9, 300, 200))
    .jpeg()
    .toBuffer();
  const source = Buffer.concat([jpeg, Buffer.from(page), PDF]);
  await storePicture(db, actor, { mediaDir, site: site.id, source, alt: {} });
  for (const file of await filesOf(mediaDir)) {
    if (!/\.\w+$/.test(file)) continue;
    const bytes = await readFile(`${mediaDir}/${file}`);
    t.notOk(bytes.includes('<script>') || bytes.includes('%PDF'), file);
  }
});

t.test('a document is a whole PDF, or refused', async (t) => {
  const before = await filesOf(mediaDir);
  const store = (source: Buffer) =>
    storeDocument(db, actor, { mediaDir, site: site.id, source, title: 'Visa', language: 'id' });
  const cut = PDF.subarray(0, 20);
  const heavy = Buffer.concat([PDF, Buffer.alloc(MEDIA_LIMITS.documentBytes)]);
  await t.rejects(store(cut), { name: 'MediaError', reason: 'document-damaged' });
  await t.rejects(store(heavy), { name: 'MediaError', reason: 'document-too-heavy' });
  for (const wrong of [
    Buffer.from('<html>%PDF-1.7 %%EOF'),
    Buffer.from('\n%PDF-1.7 %%EOF'),
    await picture(4),
  ]) {
    await t.rejects(store(wrong), { name: 'MediaError', reason: 'not-a-document' });
  }
  t.same(await filesOf(mediaDir), before, 'nothing is left');
});
