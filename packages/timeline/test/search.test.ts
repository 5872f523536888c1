import { PRACTICE, PRACTICE_SLUG } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import {
  correctHeadline,
  correctionInput,
  openSite,
  overlayInput,
  publishHeadline,
  recallHeadline,
  saveOverlay,
} from '@warta/sync';
import t from 'tap';
import { marked, reader, write } from './search-support.ts';
import { actor, context, headline, network } from './support.ts';

const LATER = '2999-01-01T00:00:00Z';

t.test('words, phrases, words left out and either of two are understood', async (t) => {
  const { db, tokyo } = await network(t);
  const { titles, search } = reader(db, 'en');
  await write(db, tokyo, 'Passport renewals begin', {
    locale: 'en',
    body: 'Bring your **old passport** to the counter.',
  });
  await write(db, tokyo, 'Counter closed', { locale: 'en', summary: 'No passports on Friday.' });
  await write(db, tokyo, 'Batik evening', { locale: 'en', body: 'An evening of old batik.' });

  t.same(await titles('passport'), ['Counter closed', 'Passport renewals begin'], 'in any form of the word');
  t.same(await titles('passport -friday'), ['Passport renewals begin']);
  t.same(await titles('"old passport"'), ['Passport renewals begin']);
  t.same(await titles('"passport old"'), []);
  t.same(await titles('friday OR batik'), ['Batik evening', 'Counter closed']);
  t.same(await titles('friday or batik'), [], 'a small "or" is a word like others');
  const [first] = (await search('passport')).results;
  t.equal(first?.text.title, 'Passport renewals begin', 'a word of the title weighs more');
  t.equal(marked(first?.title ?? []), '[Passport] renewals begin');
  t.equal(
    marked(first?.snippet ?? []),
    'Bring your old [passport] to the counter.',
    'found in the body, it is shown from there',
  );
});

t.test('nothing typed can be more than words', async (t) => {
  const { db, tokyo } = await network(t);
  const { search, titles } = reader(db);
  await write(db, tokyo, 'Kabar pertama');
  const odd = [
    "'",
    "kabar' | 'x",
    'kabar & !(',
    "'; drop table post; --",
    ':*',
    '\\',
    '%_',
    '"',
    '-',
    '---',
    'OR',
    'OR OR kabar',
    '@skabar',
    "'@kheadline'",
    '<->',
    'kabar:A',
    '\u0000',
    '\ud800',
    '🙂',
    '()',
    '-kabar',
  ];
  for (const typed of odd) await search(typed);
  t.same(await titles("'kabar'"), ['Kabar pertama']);
  t.same(await titles('kabar & !('), ['Kabar pertama']);
  t.same(await titles('-kabar'), [], 'with nothing asked for, nothing is found');
  const long = await search(`kabar ${'sesuatu '.repeat(400)}`);
  t.equal(long.cut, true, 'what is too long is cut, and says so');
  t.equal((await search(`kabar ${'x '.repeat(20)}`)).cut, true, 'so are too many words');
});

t.test('a site finds what stands on it, and all sites together find each thing once', async (t) => {
  const { db, kemlu, tokyo, cairo } = await network(t);
  const drill = await openSite(db, actor, missionInput(PRACTICE_SLUG, { kind: PRACTICE, country: 'ID' }));
  const { titles, search } = reader(db);
  await write(db, tokyo, 'Kabar Tokyo');
  await write(db, cairo, 'Kabar Kairo');
  await write(db, drill, 'Kabar latihan');
  const words = (title: string) => ({ translations: [{ locale: 'id', title, body: 'Isi.' }] });
  const send = (title: string, more: object = {}) =>
    publishHeadline(db, kemlu, headline({ ...words(title), ...more }), context());
  await send('Kabar semua');
  await send('Kabar untuk Kairo', { audience: { sites: ['cairo'] } });
  await send('Kabar pilihan', { obligation: 'optional' });
  const hidden = await send('Kabar tersembunyi');
  await saveOverlay(db, actor, tokyo, hidden.id, overlayInput.parse({ hidden: true }));

  t.same(await titles('kabar', { site: tokyo.id }), ['Kabar Tokyo', 'Kabar semua']);
  t.same(await titles('kabar', { site: cairo.id }), [
    'Kabar Kairo',
    'Kabar semua',
    'Kabar tersembunyi',
    'Kabar untuk Kairo',
  ]);
  const ministrys = ['Kabar pilihan', 'Kabar semua', 'Kabar tersembunyi', 'Kabar untuk Kairo'];
  t.same(await titles('kabar', { site: kemlu.id }), ministrys);
  t.same(await titles('kabar'), ['Kabar Kairo', 'Kabar Tokyo', ...ministrys], 'the practice site never');
  t.same(await titles('kabar', { kind: 'headline' }), ministrys);
  t.equal((await search('kabar semua')).results[0]?.entry.origin.slug, 'kemlu');
});

t.test(
  'only what is public now is found: an embargo, a correction and a recall hold in the same moment',
  async (t) => {
    const { db, kemlu, tokyo } = await network(t);
    const { titles } = reader(db);
    const both = async (typed: string) => [await titles(typed), await titles(typed, { site: tokyo.id })];
    const words = (title: string) => ({ translations: [{ locale: 'id', title, body: 'Isi.' }] });
    const saved = await publishHeadline(db, kemlu, headline(words('Kantor tutup')), context());
    t.same(await both('tutup'), [['Kantor tutup'], ['Kantor tutup']]);
    const correct = (version: number, title: string, more: object = {}) =>
      correctHeadline(
        db,
        saved.id,
        version,
        correctionInput.parse({ ...words(title), audience: { all: true }, note: 'x', ...more }),
        context(),
      );

    await correct(1, 'Kantor buka');
    t.same(await both('tutup'), [[], []], 'the old words are gone');
    t.same(await both('buka'), [['Kantor buka'], ['Kantor buka']]);
    await correct(2, 'Kantor pindah', { publishAt: LATER });
    t.same(await both('pindah'), [[], []], 'a correction set for later');
    t.same(await both('buka'), [['Kantor buka'], ['Kantor buka']], 'until then the old words stand');
    await db
      .updateTable('text')
      .set({ next_from: new Date(0) })
      .where('post', '=', saved.id)
      .execute();
    t.same(
      await both('pindah'),
      [['Kantor pindah'], ['Kantor pindah']],
      'once its moment has come, without anybody doing anything',
    );
    t.same(await both('buka'), [[], []]);
    await recallHeadline(db, saved.id, { reason: 'x' }, context());
    t.same(await both('kantor'), [[], []], 'recalled');
  },
);

t.test('filters, pages and many matches', async (t) => {
  const { db, tokyo } = await network(t);
  const { search, titles } = reader(db);
  for (let n = 1; n <= 12; n += 1) {
    await write(db, tokyo, `Kabar ${n}`, {
      publishAt: new Date(Date.UTC(2020, n, 1)),
      category: n % 2 ? 'culture' : 'trade',
      ...(n === 3 && { kind: 'notice' }),
    });
  }
  const first = await search('kabar');
  t.match(first, { total: 12, more: true, bounded: false });
  t.equal(first.results.length, 10);
  t.equal(first.results[0]?.text.title, 'Kabar 12', 'the newest of what matches alike');
  const second = await search('kabar', { page: 2 });
  t.match(second, { total: 12, more: false });
  t.equal(second.results.length, 2);
  t.same(await titles('kabar', { kind: 'notice' }), ['Kabar 3']);
  t.equal((await search('kabar', { category: 'trade' })).total, 6);
  const [from, to] = [new Date('2020-03-01T00:00:00Z'), new Date('2020-05-01T00:00:00Z')];
  t.same(await titles('kabar', { from, to }), ['Kabar 2', 'Kabar 3'], 'from a moment on, and before one');
});
