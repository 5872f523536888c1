import { learnWords } from '@warta/posts';
import { missionInput } from '@warta/sites/testing';
import { openSite, publishHeadline } from '@warta/sync';
import t from 'tap';
import { marked, reader, write } from './search-support.ts';
import { actor, context, headline, network } from './support.ts';

const LATER = '2999-01-01T00:00:00Z';

t.test('every script is found by its words', async (t) => {
  const { db } = await network(t);
  const locales = ['id', 'ja', 'zh-Hans', 'th', 'ar', 'fr', 'fa', 'ru', 'hi'];
  const site = await openSite(db, actor, missionInput('babel', { locales, country: 'XA' }));
  const { titles, search } = reader(db, 'ja');
  await write(db, site, '東京の大使館でバティック展', { locale: 'ja', body: '旅券の更新は予約が必要です。' });
  await write(db, site, '大使馆护照服务通知', { locale: 'zh-Hans', body: '请提前预约。' });
  await write(db, site, 'สถานทูตอินโดนีเซียประกาศวันหยุด', { locale: 'th' });
  await write(db, site, 'السَّفارة تُعلن عن إجازة', { locale: 'ar', body: 'أيام العطلة ١٧ أغسطس' });
  await write(db, site, 'Élection à l’ambassade: résultats', { locale: 'fr' });
  await write(db, site, 'Новости посольства: ёлка', { locale: 'ru' });
  await write(db, site, 'दूतावास की सूचना', { locale: 'hi' });

  t.same(await titles('大使館'), ['東京の大使館でバティック展']);
  t.same(await titles('旅券'), ['東京の大使館でバティック展']);
  t.same(await titles('ﾊﾞﾃｨｯｸ'), ['東京の大使館でバティック展'], 'in half width as well');
  t.same(await titles('护照'), ['大使馆护照服务通知']);
  t.same(await titles('อินโดนีเซีย'), ['สถานทูตอินโดนีเซียประกาศวันหยุด']);
  t.same(await titles('سفارة'), ['السَّفارة تُعلن عن إجازة'], 'without vowel signs and article');
  t.same(await titles('اجازة 17'), ['السَّفارة تُعلن عن إجازة'], 'whatever the alef and the digits');
  t.same(await titles('election'), ['Élection à l’ambassade: résultats'], 'without accents');
  t.same(await titles('ÉLECTIONS'), ['Élection à l’ambassade: résultats']);
  t.same(await titles('елка'), ['Новости посольства: ёлка']);
  t.same(await titles('दूतावास'), ['दूतावास की सूचना']);
  const [ja] = (await search('大使館')).results;
  t.equal(marked(ja?.title ?? []), '東京の[大使館]でバティック展');
  const [ar] = (await search('سفارة')).results;
  t.equal(marked(ar?.title ?? []), '[السَّفارة] تُعلن عن إجازة');
  t.same(await titles('大使館', { language: 'zh' }), [], 'a language alone');
  t.same(await titles('护照', { language: 'zh' }), ['大使馆护照服务通知']);
});

t.test('a slip in a word is put right where nothing has the word as it was typed', async (t) => {
  const { db, tokyo } = await network(t);
  const { search } = reader(db);
  await write(db, tokyo, 'Perpanjangan paspor');
  await publishHeadline(db, (await network(t)).kemlu, headline(), context()).catch(() => {});
  t.equal((await search('pasport')).mended, undefined, 'before its words are learned');
  while ((await learnWords(db, 10)) > 0);
  for (const slip of ['pasport', 'paspr', 'psapor', 'paspir']) {
    const { mended, results } = await search(slip);
    t.equal(mended, 'paspor', slip);
    t.equal(marked(results[0]?.title ?? []), 'Perpanjangan [paspor]');
  }
  t.equal((await search('"perpanjngann" pasport')).mended, '"perpanjangan" paspor', 'two in a long word');
  t.same((await search('zzzzzz')).mended, undefined);
  t.same((await search('pas')).results, [], 'short words are not guessed');
});

t.test('a slip betrays no word of a text that is not public', async (t) => {
  const { db, kemlu, tokyo } = await network(t);
  await publishHeadline(
    db,
    kemlu,
    headline({ publishAt: LATER, translations: [{ locale: 'id', title: 'Evakuasi', body: 'Isi.' }] }),
    context(),
  );
  await write(db, tokyo, 'Rahasia besar', { publishAt: new Date(LATER) });
  while ((await learnWords(db, 10)) > 0);
  for (const typed of ['evakuasi', 'evakasi', 'rahasia', 'rahsia']) {
    const found = await reader(db).search(typed);
    t.same([found.results, found.mended, found.total], [[], undefined, 0], typed);
  }
});
