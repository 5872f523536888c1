import { findSite } from '@warta/sites';
import { sql } from 'kysely';
import t from 'tap';
import { begin, decide, HEADLINES, looked, openDesk, pick, send, versionIn, write } from './compose.ts';
import { signedIn } from './desk-client.ts';
import { open, publish, save } from './write.ts';

t.test('a headline is written, picked for a region, looked at and sent once', async (t) => {
  const [test, desk] = await openDesk(t);
  const above = await begin(desk);
  t.match((await desk.get(above)).location, `${above}/texts/id`);
  t.match((await desk.get(`${above}/review`)).body, 'It cannot go yet');
  t.equal((await write(desk, above, 'id', 'Imbauan')).location, `${above}/texts/id?said=draft-saved`);
  await write(desk, above, 'ar', 'تنبيه', { '_source-locale': 'id', '_source-revision': '1' });
  const early = await send(desk, above);
  t.match(early, { status: 422 });
  t.match(early.body, 'It cannot go yet', 'nobody was picked');
  const list = await desk.get(HEADLINES);
  t.match(list.body, 'Being written');
  t.match(list.body, 'Imbauan');

  const { body: shown } = await desk.post(`${above}/audience/shown?part=1`, {
    to: 'some',
    regions: 'middle-east',
  });
  t.match(shown, /Reaches 1 mission<\/strong>; 2 are in other regions/);
  t.match(shown, /Embassy in Tokyo<\/bdi> <small>region: Asia-Pacific/);
  t.notMatch(shown, '<html');
  const { body: preset } = await desk.post(`${above}/audience/shown`, { preset: '{"kinds":["embassy"]}' });
  t.match(preset, /value="embassy" checked/, 'a quick pick fills the form in');
  t.equal((await pick(desk, above, {})).status, 422, 'nobody is no audience');
  t.match((await pick(desk, above, { regions: 'middle-east' })).location, `${above}/sending`);
  t.equal(
    (await decide(desk, above, { internalNote: 'Say this.', within: '8' })).location,
    `${above}/review`,
  );

  const review = await looked(desk, above);
  t.match(review.body, /Send to 1 mission</);
  t.match(review.body, /Arabic: 1 mission/);
  t.match(
    review.body,
    /texts\/en\?from=id">English<\/a>: 1 mission/,
    'what is missing can be begun from there',
  );
  t.equal((await test.read('/cairo/')).body.includes('Imbauan'), false);
  const sent = await desk.post(`${above}/review`, review.fields);
  t.equal(sent.location, `${above}/deliveries`);
  const again = await desk.post(`${above}/review`, review.fields);
  t.equal(again.location, `${above}/deliveries`, 'a second press leads to the board');
  const rows = await test.database.db.selectFrom('headline_version').select('version').execute();
  t.equal(rows.length, 1, 'and sends nothing');
  t.match((await test.read('/cairo/')).body, 'Imbauan');
  t.notMatch((await test.read('/tokyo/')).body, 'Imbauan');
  t.notMatch((await test.read('/cairo/')).body, 'Say this.');
});

t.test('a correction is compared by words, noted, and every version stays', async (t) => {
  const [test, desk] = await openDesk(t);
  const above = await begin(desk);
  await write(desk, above, 'id', 'Nomor darurat');
  await pick(desk, above, { to: 'all' });
  await decide(desk, above);
  await send(desk, above);
  await write(desk, above, 'id', 'Nomor darurat baru');
  t.match((await desk.get(above)).body, 'There are changes that were not sent');
  t.notMatch((await test.read('/tokyo/')).body, 'Nomor darurat baru');
  const review = await looked(desk, above);
  t.match(review.body, /Nomor darurat<ins> baru<\/ins>/);
  const stale = review.fields;
  t.equal((await send(desk, above, { note: 'Nomornya keliru.' })).location, `${above}/deliveries`);
  t.match((await test.read('/tokyo/')).body, 'Nomor darurat baru');
  const page = await desk.get(above);
  t.match(page.body, /Version 2: correction[\s\S]*Nomornya keliru[\s\S]*Version 1: first sent/);
  t.match((await desk.get(`${above}/versions/2`)).body, /Nomor darurat<ins> baru<\/ins>/);
  t.match((await desk.get(`${above}/versions/1`)).body, 'Nomor darurat.');

  await write(desk, above, 'id', 'Nomor darurat kedua');
  const other = await desk.post(`${above}/review`, { ...stale, note: 'Catatan saya.' });
  t.equal(other.status, 409, 'somebody has corrected meanwhile');
  t.match(other.body, /has sent version 2/);
  t.match(other.body, 'Catatan saya.', 'nothing that was typed is lost');
  t.match(other.body, /<ins>kedua<\/ins>/);
});

t.test('what stood until a moment that has passed can still be corrected', async (t) => {
  const [test, desk] = await openDesk(t);
  const above = await begin(desk);
  await write(desk, above, 'id', 'Loket khusus');
  await pick(desk, above, { to: 'all' });
  await decide(desk, above);
  await send(desk, above);
  await sql`update audience_site set since = now() - interval '2 hours'`.execute(test.database.db);
  await sql`update headline set stands_until = now() - interval '1 hour'`.execute(test.database.db);
  await write(desk, above, 'id', 'Loket khusus ditutup');
  t.equal((await send(desk, above)).location, `${above}/deliveries`);
  t.match((await desk.get(above)).body, 'Version 2: correction');
});

t.test('a recall takes one page and one press, and another one brings it back', async (t) => {
  const [test, desk] = await openDesk(t);
  const above = await begin(desk);
  await write(desk, above, 'id', 'Keliru');
  await pick(desk, above, { to: 'all' });
  await decide(desk, above);
  await send(desk, above);
  const slug = /href="[^"]*\/tokyo\/id\/(keliru-h\w+)"/.exec((await test.read('/tokyo/')).body)?.[1];
  await desk.get(`${above}/recall`);
  t.match((await desk.post(`${above}/recall`, { reason: '' })).body, 'is missing');
  t.equal((await desk.post(`${above}/recall`, { reason: 'Salah kirim.' })).status, 303);
  const gone = await test.read(`/tokyo/id/${slug}`);
  t.equal(gone.status, 410);
  t.notMatch(gone.body, /Salah kirim|Keliru/, 'neither reason nor title is told');
  const page = await desk.get(above);
  t.match(page.body, 'Salah kirim.');
  await desk.post(`${above}/restoration`, { version: '2' });
  t.equal((await test.read(`/tokyo/id/${slug}`)).status, 200);

  await desk.get(`${above}/recall`);
  await desk.post(`${above}/recall`, { reason: 'x', say: 'title' });
  t.match((await test.read(`/tokyo/id/${slug}`)).body, '“Keliru” telah ditarik oleh Kementerian.');
});

t.test('times are shown for the first and the last mission, and what is not right is named', async (t) => {
  const [, desk] = await openDesk(t);
  const above = await begin(desk);
  await write(desk, above, 'id', 'Pidato');
  await pick(desk, above, { to: 'all' });
  const wave = { obligation: 'mandatory', when: 'wave', wave: '2030-01-15T08:00' };
  const { body } = await desk.post(`${above}/sending/shown?part=1`, wave);
  t.match(
    body,
    /Earliest<\/dt><dd>Embassy in Tokyo: 15 January 2030 at 8:00[\s\S]*Latest<\/dt><dd>cairo|Latest/,
  );
  const wrong = await decide(desk, above, { when: 'at', at: 'tomorrow', within: 'soon' });
  t.equal(wrong.status, 422);
  t.match(wrong.body, 'is not a date and time');
  t.match(wrong.body, 'is a number of hours from 1 to 400');
  t.match(wrong.body, 'value="tomorrow"', 'what was typed stays');
  t.equal((await decide(desk, above, wave)).status, 303);
  t.match((await desk.get(`${above}/review`)).body, 'It appears in waves');
});

t.test('two who decide on the same headline lose nothing', async (t) => {
  const [test, one] = await openDesk(t);
  const two = await signedIn(test, 'pr-desk', undefined, 'Another one');
  const above = await begin(one);
  await pick(one, above, { to: 'all' });
  const begun = versionIn((await two.get(`${above}/audience`)).body);
  await pick(one, above, { regions: 'middle-east' });
  const late = await two.post(`${above}/audience`, { _version: begun, to: 'some', regions: 'asia-pacific' });
  t.equal(late.status, 409);
  t.match(late.body, 'it would now reach 1 mission');
  t.match(late.body, /value="asia-pacific" checked/);
});

t.test('groups are made, filled and picked', async (t) => {
  const [, desk] = await openDesk(t);
  await desk.get(`${HEADLINES}/groups/new`);
  const made = await desk.post(`${HEADLINES}/groups/new`, {
    'name.en': 'Summit hosts',
    sites: ['tokyo', 'cairo'],
  });
  t.equal(made.status, 303);
  t.match((await desk.get(`${HEADLINES}/groups`)).body, /Summit hosts[\s\S]*2 missions/);
  const page = await desk.get(`${HEADLINES}/groups/summit-hosts`);
  t.match(page.body, /value="cairo" checked/);
  const change = { 'name.en': 'Summit hosts', sites: 'tokyo', _version: versionIn(page.body) };
  await desk.post(`${HEADLINES}/groups/summit-hosts`, change);
  const above = await begin(desk);
  const { body } = await desk.post(`${above}/audience/shown?part=1`, { to: 'some', groups: 'summit-hosts' });
  t.match(body, /Reaches 1 mission/);
});

t.test('an auditor reads everything and changes nothing', async (t) => {
  const [test, desk] = await openDesk(t);
  const above = await begin(desk);
  await write(desk, above, 'id', 'Warta');
  const auditor = await signedIn(test, 'auditor');
  for (const path of ['', '/texts/id', '/audience', '/sending', '/review', '/texts/id/preview']) {
    const page = await auditor.get(`${above}${path}`);
    t.ok(page.status === 200 || page.status === 303, `${path}: ${page.status}`);
    t.notMatch(page.body, /Save and go on|Send to|Save the draft/, path);
  }
  t.equal((await auditor.post(`${above}/review`, {})).status, 403);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  t.equal((await editor.get(above)).status, 403, 'a mission sees nothing of it');
  t.equal((await auditor.get(`${above}/texts/id/preview/page?site=tokyo`)).status, 200);
  t.ok(await findSite(test.database.db, 'tokyo'));
});

t.test('what a mission offers is sent with its credit, which readers see', async (t) => {
  const [test, desk] = await openDesk(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor);
  await save(editor, here, {});
  await publish(editor, here);
  await editor.post(`${here.replace(/\/\w+$/, '')}/offer`, { note: 'For all?' });
  const { body } = await desk.get('/desk/offers');
  const take = /action="(\/desk\/offers\/[^/]+\/headline)"/.exec(body)?.[1] ?? '';
  const { location: above = '' } = await desk.post(take);
  t.match(above, 'said=offer-taken');
  const home = above.split('?')[0] ?? '';
  t.match((await desk.get(`${home}/texts/id`)).body, 'Pasar malam di Meguro');
  await pick(desk, home, { to: 'all' });
  await decide(desk, home, { credit: 'tokyo' });
  await send(desk, home);
  const slug = /href="[^"]*\/cairo\/id\/(pasar-malam-di-meguro-h\w+)"/.exec(
    (await test.read('/cairo/')).body,
  )?.[1];
  t.match(
    (await test.read(`/cairo/id/${slug}`)).body,
    /Sumber: <a href="[^"]*\/tokyo\/" lang="id"><bdi>KBRI Tokyo/,
  );
  t.match(
    (await editor.get(here)).location ?? (await editor.get(`${here}/publication`)).body,
    'taken by the ministry',
  );
});
