import { findMediaUses } from '@warta/media';
import type { Site } from '@warta/sites';
import {
  confirmOverlay,
  correctHeadline,
  correctionInput,
  findMissionHeadline,
  findOverlay,
  listMissionHeadlines,
  listOverlayVersions,
  overlayInput,
  publishHeadline,
  recallHeadline,
  restoreHeadline,
  saveOverlay,
} from '@warta/sync';
import t from 'tap';
import { findHeadlineList, isOverlayMediaPublic } from '../src/index.ts';
import { actor, context, headline, network } from './support.ts';

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const ja = { locale: 'ja', translation: { title: '注意', summary: '', body: '本文。' } };

async function adapted(t: Parameters<typeof network>[0], more: object = {}) {
  const net = await network(t);
  const { db, kemlu, tokyo } = net;
  const { id } = await publishHeadline(db, kemlu, headline(more), context());
  const set = (input: object, options: object = {}, site: Site = tokyo) =>
    saveOverlay(db, actor, site, id, overlayInput.parse(input), options);
  const words = (title: string) => ({
    translations: [
      { locale: 'id', title: 'Imbauan', body: 'Isi.' },
      { locale: 'en', title, body: 'Text.' },
    ],
    audience: { all: true },
  });
  const correct = (title: string, version: number) =>
    correctHeadline(db, id, version, correctionInput.parse(words(title)), context());
  const picture = async (site: Site) => {
    const media = crypto.randomUUID();
    const size = { width: 1600, height: 1000, widths: [480, 1600], formats: ['avif', 'webp', 'jpeg'] };
    await db
      .insertInto('media')
      .values({ id: media, site: site.id, digest: media, ...size })
      .execute();
    return media;
  };
  return { ...net, id, set, correct, picture };
}

t.test('what a mission adds stands on its own site alone, beside the official text as it is', async (t) => {
  const { db, tokyo, cairo, at, home, id, set, picture } = await adapted(t);
  const cover = await picture(tokyo);
  const official = await at(cairo, 'en', 'advisory-h1');
  await set({
    cover,
    texts: [{ locale: 'id', intro: 'Untuk **WNI** di Jepang.', note: `Lihat ![](/media/${cover})` }, ja],
  });
  const there = await at(tokyo, 'en', 'advisory-h1');
  t.match(there, {
    html: (official as { html: string }).html,
    entry: { cover: { id: cover } },
    mission: {
      texts: [{ locale: 'id', intro: '<p>Untuk <strong>WNI</strong> di Jepang.</p>\n', outdated: false }],
    },
  });
  t.match((await home(tokyo)).headlines[0]?.cover, { id: cover }, 'the line shows the mission’s picture');
  t.same(
    (await home(tokyo)).headlines[0]?.texts.map(({ locale, mission }) => [locale, mission?.madeFor]),
    [
      ['en', undefined],
      ['id', undefined],
      ['ja', 1],
    ],
  );
  const translated = await at(tokyo, 'ja', '注意-h1');
  t.match(translated, { html: '<p>本文。</p>\n' });
  t.match(await at(cairo, 'en', 'advisory-h1'), official as object, 'elsewhere nothing has changed');
  t.equal((await home(cairo)).headlines[0]?.cover, null);
  t.same(
    (await findHeadlineList(db, tokyo.id, 1)).headlines[0]?.texts.length,
    3,
    'nor on any list is it missing',
  );
  t.same(await findMediaUses(db, cover), [`overlay:${tokyo.id}/${id}`], 'and the picture cannot be removed');
});

t.test('what does not fit is refused with the field, and nothing is half done', async (t) => {
  const { db, tokyo, cairo, id, set, picture } = await adapted(t);
  const theirs = await picture(cairo);
  const refused = (input: object, wanted: { code: string; errors: { field: string }[] }) =>
    t.rejects(set(input), wanted);
  await refused({ cover: theirs }, { code: 'invalid', errors: [{ field: 'cover' }] });
  await refused(
    { texts: [{ locale: 'fr', intro: 'x' }] },
    { code: 'invalid', errors: [{ field: 'texts.0.locale' }] },
  );
  await refused(
    { texts: [{ locale: 'ja', intro: `![](/media/${theirs})` }] },
    { code: 'invalid', errors: [{ field: 'texts.0.intro' }] },
  );
  await refused(
    { texts: [{ ...ja, locale: 'en' }] },
    { code: 'conflict', errors: [{ field: 'texts.0.translation' }] },
  );
  await refused(
    { pinnedUntil: '2020-01-01T00:00:00Z' },
    { code: 'invalid', errors: [{ field: 'pinnedUntil' }] },
  );
  await refused(
    { texts: [{ ...ja, madeFor: 2 }] },
    { code: 'invalid', errors: [{ field: 'texts.0.madeFor' }] },
  );
  await refused({ taken: true, texts: [ja] }, { code: 'conflict', errors: [{ field: 'taken' }] });
  t.match(await findOverlay(db, tokyo.id, id), { version: 0, texts: [] });
});

t.test('every state is kept, the same again is none, and who comes second is told', async (t) => {
  const { db, tokyo, id, set } = await adapted(t);
  const intro = (words: string) => ({ texts: [{ locale: 'id', intro: words }] });
  t.same(await set(intro('Satu.'), { expected: 0 }), { version: 1 });
  t.same(await set(intro('Satu.')), { version: 1 });
  await t.rejects(set(intro('Dua.'), { expected: 0 }), { code: 'stale-version' });
  t.same(await set({ pinnedUntil: soon() }, { expected: 1 }), { version: 2 });
  t.same(
    await set(intro('Dua.'), { textsFrom: { id: 1 } }),
    { version: 3 },
    'a pin is no conflict for words',
  );
  await t.rejects(set(intro('Tiga.'), { textsFrom: { id: 1 } }), { code: 'stale-version' });
  t.same(await set({ texts: [{ locale: 'id' }] }), { version: 4 });
  const kept = await listOverlayVersions(db, tokyo.id, id);
  t.same(
    kept.map(({ version, by, content }) => [version, by, content.texts[0]?.intro]),
    [
      [4, 'test', undefined],
      [3, 'test', 'Dua.'],
      [2, 'test', 'Satu.'],
      [1, 'test', 'Satu.'],
    ],
  );
  await t.rejects(db.deleteFrom('overlay_version').execute(), /append-only/);
});

t.test('a correction marks what was made before it, until the mission has looked', async (t) => {
  const { db, tokyo, id, set, correct, at, home } = await adapted(t);
  await set({ texts: [{ locale: 'id', intro: 'Kata kami.' }, ja] });
  await correct('Advisory, mended', 1);
  t.match(await findMissionHeadline(db, tokyo.id, id), { version: 2, kind: 'correction', outdated: true });
  const { headlines } = await listMissionHeadlines(db, tokyo.id, { list: 'check' });
  t.equal(headlines.length, 1);
  t.match(await at(tokyo, 'id', 'imbauan-h1'), { mission: { texts: [{ outdated: true }] } });
  t.match(await at(tokyo, 'ja', '注意-h1'), {
    html: '<p>本文。</p>\n',
    entry: { texts: [{ locale: 'en' }, { locale: 'id' }, { locale: 'ja', mission: { outdated: true } }] },
  });
  t.same(
    (await home(tokyo)).headlines[0]?.texts.map(({ locale }) => locale),
    ['en', 'id'],
    'no list shows an outdated translation',
  );
  await t.rejects(confirmOverlay(db, actor, tokyo, id, 1), { code: 'stale-version' });
  t.same(await confirmOverlay(db, actor, tokyo, id, 2), { version: 2 });
  t.match(await findMissionHeadline(db, tokyo.id, id), { outdated: false });
  t.equal((await home(tokyo)).headlines[0]?.texts.length, 3);
});

t.test('where the ministry provides the language after all, the official text wins', async (t) => {
  const { db, id, tokyo, set, at, home } = await adapted(t);
  await set({ texts: [ja] });
  const { translations, audience } = headline();
  const official = { locale: 'ja', title: '公式', body: '公式の本文。' };
  const input = correctionInput.parse({ translations: [...translations, official], audience });
  await correctHeadline(db, id, 1, input, context());
  const found = await at(tokyo, 'ja', '公式-h1');
  t.match(found, { html: '<p>公式の本文。</p>\n' });
  t.same(
    (await home(tokyo)).headlines[0]?.texts.map(({ title, mission }) => [title, mission]),
    [
      ['Advisory', undefined],
      ['Imbauan', undefined],
      ['公式', undefined],
    ],
  );
});

t.test(
  'a recall takes all of it off at once, also where it is pinned; undoing it brings it back',
  async (t) => {
    const { db, tokyo, id, set, at, home, picture } = await adapted(t);
    const cover = await picture(tokyo);
    const inWords = await picture(tokyo);
    await set({ cover, pinnedUntil: soon(), texts: [{ locale: 'id', intro: `![](/media/${inWords})` }, ja] });
    t.equal((await home(tokyo)).pinned.length, 1);
    for (const media of [cover, inWords]) t.equal(await isOverlayMediaPublic(db, media), true);
    await recallHeadline(db, id, { reason: 'Keliru.' }, context());
    t.match(await home(tokyo), { pinned: [], headlines: [] });
    for (const slug of ['imbauan-h1', '注意-h1']) t.match(await at(tokyo, 'ja', slug), { kind: 'gone' });
    for (const media of [cover, inWords]) t.equal(await isOverlayMediaPublic(db, media), false);
    await t.rejects(set({ cover: null }), { code: 'conflict' });
    t.match(await findMissionHeadline(db, tokyo.id, id), { kind: 'recall', shown: false });
    await restoreHeadline(db, id, context());
    t.match((await home(tokyo)).pinned, [{ cover: { id: cover }, texts: [{}, {}, { locale: 'ja' }] }]);
    t.match(
      await findMissionHeadline(db, tokyo.id, id),
      { version: 3, outdated: false },
      'the same words fit',
    );
    t.equal(await isOverlayMediaPublic(db, cover), true);
  },
);

t.test('a mission’s pins join the pinned section after the ministry’s, and end by the clock', async (t) => {
  const { db, kemlu, tokyo, cairo, home, set } = await adapted(t);
  for (let i = 0; i < 12; i += 1) {
    const pinnedUntil = i < 4 ? { pinnedUntil: soon() } : {};
    await publishHeadline(db, kemlu, headline(pinnedUntil), context());
  }
  await set({ pinnedUntil: soon() });
  const found = await home(tokyo);
  t.same(
    found.pinned.map(({ number }) => number),
    [5, 4, 3, 2, 1],
  );
  t.same(found.headlines.length, 5);
  t.ok((found.freshForMs ?? Number.POSITIVE_INFINITY) <= 3_600_000, 'the page knows when a pin ends');
  t.equal((await home(cairo)).pinned.length, 4, 'elsewhere only those of the ministry');
  await publishHeadline(db, kemlu, headline({ pinnedUntil: soon() }), context());
  t.same(
    (await home(tokyo)).pinned.map(({ number }) => number),
    [14, 5, 4, 3, 2],
    'five of the ministry leave no room for the mission’s',
  );
  await db
    .updateTable('overlay')
    .set({ pinned_until: new Date(0) })
    .execute();
  t.equal((await home(tokyo)).pinned.length, 5);
});
