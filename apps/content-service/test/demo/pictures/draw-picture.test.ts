import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePicture } from '@warta/media';
import t from 'tap';
import { drawPicture, PICTURE_NAMES } from '../../../src/demo/pictures/draw-picture.ts';
import { readPosts } from '../../../src/demo/read-posts.ts';

/** Pages need none; a gallery names several. */
const posts = readPosts()
  .filter(({ kind }) => kind !== 'page')
  .flatMap(({ name, lang, picture = name, pictures = [] }) => [
    { name: picture, lang },
    ...pictures.map(({ drawing }) => ({ name: drawing, lang })),
  ]);

t.test('every sample post has its picture, and every picture its post', async (t) => {
  t.same([...new Set(posts.map(({ name }) => name))].sort(), [...PICTURE_NAMES].sort());
  t.equal(drawPicture('constructor'), undefined);
});

t.test('a picture says what it shows in its post’s language, in Indonesian and in English', async (t) => {
  for (const { name, lang } of posts) {
    const { alt = {} } = drawPicture(name) ?? {};
    for (const locale of ['id', 'en', lang]) t.ok(alt[locale], `${name} in ${locale}`);
  }
});

t.test('a picture is the same each time, and needs nothing from elsewhere', async (t) => {
  for (const name of PICTURE_NAMES) {
    const { svg = '' } = drawPicture(name) ?? {};
    t.equal(drawPicture(name)?.svg, svg, name);
    t.notMatch(svg, /<(text|image|script|style|foreignObject)|href|NaN|undefined/, name);
    const used = [...svg.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
    const made = new Set([...svg.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id));
    t.same(
      used.filter((id) => !made.has(id ?? '')),
      [],
      `${name} uses only what it defines`,
    );
  }
});

t.test('a picture can be kept', async (t) => {
  const { svg = '' } = drawPicture('earthquake-advisory') ?? {};
  const folder = await mkdtemp(join(tmpdir(), 'warta-drawing-'));
  t.teardown(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'drawing.svg'), svg);
  const made = await encodePicture(join(folder, 'drawing.svg'), folder, { trusted: true });
  t.match(made, { width: 1600, height: 1000 });
});
