import { noteSearch } from '@warta/posts';
import {
  confirmOverlay,
  correctHeadline,
  correctionInput,
  indexMissingOverlays,
  overlayInput,
  publishHeadline,
  recallHeadline,
  saveOverlay,
} from '@warta/sync';
import t from 'tap';
import type { SearchFilter } from '../src/index.ts';
import { marked, reader, write } from './search-support.ts';
import { actor, context, headline, network } from './support.ts';

t.test('captions of pictures and the place of an event are found in the text’s own language', async (t) => {
  const { db, tokyo } = await network(t);
  const { titles, search } = reader(db, 'en');
  const place = { name: 'Balai Kota Shinjuku', address: 'Nishi-Shinjuku 2-8-1' };
  const event = { kind: 'event', details: { start: '2999-05-01T10:00:00+09:00', place } };
  const made = await write(db, tokyo, 'Malam batik', { summary: 'Datanglah.', ...event });
  const media = crypto.randomUUID();
  const size = { width: 1600, height: 1000, widths: [480], formats: ['jpeg'] };
  await db
    .insertInto('media')
    .values({ id: media, site: tokyo.id, digest: media, ...size })
    .execute();
  const pictures = [{ media, caption: { id: 'Penari gandrung', en: 'Gandrung dancers on stage' } }];
  const gallery = await write(db, tokyo, 'Foto', { kind: 'gallery', details: { pictures } });
  await write(db, tokyo, 'Photos', { locale: 'en', translationOf: gallery.id });

  t.same(await titles('shinjuku'), ['Malam batik']);
  t.same(await titles('dancers'), ['Photos'], 'a caption belongs to the text of its language');
  t.same(await titles('penari'), ['Foto']);
  const [found] = (await search('shinjuku', { site: tokyo.id })).results;
  t.equal(marked(found?.snippet ?? []), 'Balai Kota [Shinjuku] · Nishi-[Shinjuku] 2-8-1', 'and shown');

  await db.transaction().execute(async (trx) => {
    const details = JSON.stringify({ ...event.details, place: { name: 'Balai Kota Osaka' } });
    await trx.updateTable('post').set({ details }).where('id', '=', made.id).execute();
    await noteSearch(trx, made.id);
  });
  t.same(
    [await titles('shinjuku'), await titles('osaka')],
    [[], ['Malam batik']],
    'a place that has changed',
  );
});

t.test(
  'what a mission says to a headline is found on its own site, and as its own on all of them',
  async (t) => {
    const { db, kemlu, tokyo, cairo } = await network(t);
    const { search } = reader(db, 'ja');
    const saved = await publishHeadline(db, kemlu, headline(), context());
    const say = (texts: object[], more: object = {}) =>
      saveOverlay(db, actor, tokyo, saved.id, overlayInput.parse({ texts, ...more }));
    const translation = { title: '渡航注意', summary: '', body: '台風が近づいています。' };
    await say([
      { locale: 'ja', translation },
      { locale: 'id', intro: 'Loket **Meguro** tutup.', note: 'Hubungi penjaga.' },
    ]);
    const found = async (typed: string, filter: SearchFilter = {}) =>
      (await search(typed, filter)).results.map(
        ({ text, mission, snippet }) => `${text.title} (${mission?.slug}): ${marked(snippet)}`,
      );
    const everywhere = async (typed: string) => [
      ...(await found(typed)),
      ...(await found(typed, { site: tokyo.id })),
      ...(await found(typed, { site: cairo.id })),
      ...(await found(typed, { site: kemlu.id })),
    ];
    const theirs = ['渡航注意 (tokyo): [台風]が近づいています。'];
    const beside = ['Imbauan (tokyo): Loket [Meguro] tutup. Hubungi penjaga.'];
    t.same(await found('台風'), theirs);
    t.same(await found('台風', { site: tokyo.id }), theirs);
    t.same(await everywhere('台風'), [...theirs, ...theirs], 'on no other site');
    t.same(await everywhere('meguro'), [...beside, ...beside], 'an introduction, under the official title');
    t.same(await found('meguro', { language: 'ja' }), [], 'by its language');
    t.same(await found('meguro', { kind: 'headline', language: 'id' }), beside);
    t.same(await found('meguro', { to: new Date(0) }), []);
    t.equal((await search('渡航')).results[0]?.text.mission?.outdated, false, 'marked as its translation');

    const words = {
      translations: [{ locale: 'id', title: 'Imbauan', body: 'Lain.' }],
      audience: { all: true },
      note: 'x',
    };
    const correct = (version: number, more: object = {}) =>
      correctHeadline(db, saved.id, version, correctionInput.parse({ ...words, ...more }), context());
    await correct(1);
    t.same([await everywhere('台風'), await everywhere('meguro')], [[], []], 'made for words that are gone');
    await confirmOverlay(db, actor, tokyo, saved.id, 2);
    t.same(await found('台風'), theirs, 'they still fit');
    const official = { locale: 'ja', title: '公式', body: '公式本文。' };
    await correct(2, { translations: [...words.translations, official] });
    await confirmOverlay(db, actor, tokyo, saved.id, 3);
    t.same(await everywhere('台風'), [], 'the ministry has the language now');
    t.same(await found('meguro'), beside);
    await say([], { hidden: true });
    t.same(await everywhere('meguro'), [], 'hidden');
    await say([{ locale: 'id', intro: 'Loket pindah.', note: '' }], { hidden: false });
    t.same([await everywhere('meguro'), (await found('loket')).length], [[], 1], 'the words of now alone');
    await recallHeadline(db, saved.id, { reason: 'x' }, context());
    t.same(await everywhere('loket'), [], 'recalled');
  },
);

t.test('words to a headline wait for its moment, and those of before the index are taken in', async (t) => {
  const { db, kemlu, tokyo } = await network(t);
  const { titles } = reader(db);
  const saved = await publishHeadline(db, kemlu, headline(), context());
  await saveOverlay(
    db,
    actor,
    tokyo,
    saved.id,
    overlayInput.parse({ texts: [{ locale: 'id', intro: 'Loket Meguro.' }] }),
  );
  const move = async (at: Date) => {
    await db.updateTable('headline').set({ publish_at: at }).where('post', '=', saved.id).execute();
    return [await titles('meguro'), await titles('meguro', { site: tokyo.id })];
  };
  t.same(await move(new Date('2999-01-01T00:00:00Z')), [[], []], 'under embargo');
  t.same(await move(new Date(0)), [['Imbauan'], ['Imbauan']]);
  await db.deleteFrom('overlay_search').execute();
  t.same(await titles('meguro'), []);
  while (await indexMissingOverlays(db));
  t.same(await titles('meguro'), ['Imbauan']);
});
