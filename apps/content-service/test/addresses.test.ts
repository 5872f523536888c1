import t from 'tap';
import { TABLE } from './address-table.ts';
import { MISSIONS, testService } from './support.ts';

t.test('every address answers as the rules on hosts, languages and forms say', async (t) => {
  const { call, read, database } = await testService(t, MISSIONS);
  const post = (site: string, locale: string, slug: string, more = {}) =>
    call('POST', `/sites/${site}/posts`, { locale, slug, title: slug, body: 'x', ...more });
  const push = (slug: string, more = {}) =>
    call('POST', '/headlines', {
      translations: [{ locale: 'en', title: slug, slug, body: 'x' }],
      audience: { all: true },
      ...more,
    });
  for (let i = 0; i < 18; i += 1) await post('tokyo', 'id', `lama-${i}`);
  await post('tokyo', 'id', 'berita', { category: 'culture', tags: ['Kopi & teh'] });
  await post('tokyo', 'ja', 'nyusu');
  t.equal((await post('tokyo', 'id', 'contact')).status, 422, 'an address that is a page of every site');
  await call('POST', '/sites/tokyo/posts', { locale: 'id', title: 'Contact', body: 'x' });
  await post('cairo', 'ar', 'akhbar');
  await post('tokyo', 'id', 'nanti', { publishAt: '2999-01-01T00:00:00Z' });
  const when = { kind: 'event', details: { start: '2027-01-01T10:00:00+09:00' } };
  const event = (await post('tokyo', 'id', 'acara', when)).json();
  await post('tokyo', 'ja', 'gyoji', { translationOf: event.id });
  const video = { link: 'https://youtu.be/dQw4w9WgXcQ' };
  await post('tokyo', 'id', 'rekaman', { kind: 'video', details: video });
  await post('tokyo', 'id', 'tentang', { kind: 'page' });
  for (const [slug, state] of [
    ['ditarik', 'withdrawn'],
    ['rancangan', 'draft'],
  ] as const) {
    const { id } = (await post('tokyo', 'id', slug, when)).json();
    await database.db.updateTable('post').set({ state }).where('id', '=', id).execute();
  }
  await call('POST', '/headlines', {
    translations: [
      { locale: 'id', title: 'Imbauan', body: 'x' },
      { locale: 'en', title: 'Advisory', body: 'x' },
    ],
    audience: { all: true },
  });
  await push('tokyo-only', { audience: { sites: ['tokyo'] } });
  const recalled = await push('recalled');
  await call('POST', `/headlines/${recalled.json().id}/recall`, { reason: 'wrong' });
  await push('embargoed', { publishAt: '2999-01-01T00:00:00Z' });

  for (const [host, path, status, langOrTarget, canonical] of TABLE) {
    const answer = await read(path, { host });
    const name = `${host}${path}`;
    t.equal(answer.status, status, `${name} answers ${status}`);
    if (status === 301 || status === 302) t.equal(answer.headers.location, langOrTarget, `${name} leads on`);
    else if (langOrTarget)
      t.match(answer.body, `<html lang="${langOrTarget}"`, `${name} is in ${langOrTarget}`);
    if (canonical) t.match(answer.body, `<link rel="canonical" href="${canonical}">`, `${name} is canonical`);
    t.equal(answer.headers['set-cookie'], undefined, `${name} sets no cookie`);
  }
});
