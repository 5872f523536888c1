import { findSite } from '@warta/sites';
import { acknowledgeHeadline, findProofs, findReceptions, noteSeen, saveOverlay } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { HOST, headline, MISSIONS, type TestService, testService, until } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { listen } from './event-stream.ts';

const PLACES = [
  ['tokyo', 139.69, 35.68],
  ['cairo', 31.24, 30.04],
] as const;

async function openNetwork(t: Parameters<typeof testService>[0]): Promise<TestService> {
  const test = await testService(t, [
    ...MISSIONS,
    ['osaka', { name: { id: '=KJRI Osaka' }, city: 'Osaka', country: 'JP' }],
  ]);
  for (const [slug, longitude, latitude] of PLACES) {
    await test.database.db
      .updateTable('site')
      .set({ longitude, latitude })
      .where('slug', '=', slug)
      .execute();
  }
  return test;
}

async function push({ call }: TestService, more: object = {}): Promise<string> {
  return (await call('POST', '/headlines', headline(more))).json().id;
}

const proven = ({ call }: TestService, id: string) =>
  until(
    async () => (await call('GET', `/headlines/${id}/deliveries`)).json(),
    ({ provenInMs }) => provenInMs !== null,
  );

t.test('the board says where a headline stands, in a sentence, a table and a map', async (t) => {
  const test = await openNetwork(t);
  const id = await push(test);
  await proven(test, id);
  const desk = await signedIn(test, 'pr-desk');
  const here = `/desk/headlines/${id}/deliveries`;

  const list = await desk.get('/desk/headlines');
  t.match(list.body, `href="${here}"`);
  t.match(list.body, '4 of 4 live');

  const { body } = await desk.get(here);
  t.match(body, /<h1><span lang="en"[^>]*>Advisory for citizens/);
  t.match(body, /4 of 4 live, proven in \d+(\.\d)? s, on 1 node/);
  t.match(body, `asked as a reader of ${HOST} would`);
  t.match(body, /id="at-tokyo">[\s\S]*?KBRI Tokyo|id="at-tokyo">[\s\S]*?Embassy in Tokyo/);
  t.match(body, /id="at-cairo">[\s\S]*?Live[\s\S]*?GMT\+7|WIB/, 'moments are Jakarta’s');
  t.match(body, /id="dot-tokyo" class="tone ok"[\s\S]*?<title>[^<]*Tokyo[^<]*: Live</);
  t.notMatch(body, 'id="dot-osaka"', 'one whose place is not known is in the table alone');
  t.match(body, 'id="at-osaka"');
  t.notMatch(body, /<script>|style="/);
  const map = /<image href="([^"]+)"/.exec(body)?.[1] ?? '';
  const land = await desk.get(map);
  t.match(land.headers['content-type'], 'image/svg+xml');
  t.match(land.headers['cache-control'], 'immutable');
  t.ok(land.body.length > 5000 && land.body.length < 40_000, 'an outline, and a light one');
  t.equal((await desk.get('/desk/headlines/x/deliveries')).status, 404);
  const officer = await signedIn(test, 'head-of-site', 'tokyo');
  t.equal((await officer.get(here)).status, 403);
});

t.test('trouble comes first, in plain words, and can be looked at alone', async (t) => {
  const test = await openNetwork(t);
  const { db } = test.database;
  const id = await push(test);
  await proven(test, id);
  const tokyo = await findSite(db, 'tokyo');
  const desk = await signedIn(test, 'auditor');
  await sql`update delivery set version = null, seen_at = null, error = 'shows version 7, not 1'
    where headline = ${id} and site = ${tokyo?.id}`.execute(db);
  const here = `/desk/headlines/${id}/deliveries`;
  const { body } = await desk.get(here);
  t.match(body, '3 of 4 live, 1 to go, 1 wrong');
  t.match(body, 'version 7 still stands there');
  t.equal(/id="at-(\w+)"/.exec(body)?.[1], 'tokyo');
  const rowsOf = (page: string) => [...page.matchAll(/id="at-(\w+)"/g)].map(([, slug]) => slug);
  t.same(rowsOf((await desk.get(`${here}?show=not-live`)).body), ['tokyo']);
  t.same(rowsOf((await desk.get(`${here}?region=middle-east`)).body), ['cairo']);
  t.same(rowsOf((await desk.get(`${here}?words=JAPAN`)).body).sort(), ['osaka', 'tokyo']);
  t.same(rowsOf((await desk.get(`${here}?words=nowhere`)).body), []);

  const csv = await desk.get(`${here}.csv?words=japan`);
  t.match(csv.headers['content-type'], 'text/csv');
  const lines = csv.body.split('\r\n');
  t.match(lines[0], 'site,mission,country,region,state,version,seen_at,seen_at_local,error,opened_at');
  t.match(lines[1], /^tokyo,.*,failed,,,,"shows version 7, not 1",/);
  t.match(lines[2], /^osaka,'=KJRI Osaka,.*,live,1,.*\+07:00,.*\+09:00,,/, 'a name is no formula');
});

t.test('each version’s proof is written down once, and stays when the next one comes', async (t) => {
  const test = await openNetwork(t);
  const { db } = test.database;
  const id = await push(test);
  const first = await proven(test, id);
  await test.call('PUT', `/headlines/${id}`, headline(), { 'if-match': '"1"' });
  await proven(test, id);
  await test.call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  await proven(test, id);
  const proofs = await findProofs(db, [id]);
  t.same(
    proofs.map(({ version, sites, nodes }) => ({ version, sites, nodes })),
    [1, 2, 3].map((version) => ({ version, sites: 4, nodes: 1 })),
  );
  const apart = Math.abs((proofs[0]?.tookMs ?? 0) - first.provenInMs);
  t.ok(apart <= 1, 'what the ledger said then, rounded');
  t.ok((proofs[0]?.firstAt ?? 0) <= (proofs[0]?.provenAt ?? 0));
});

t.test('who watches the board is told of changes alone, until the session ends', async (t) => {
  const test = await openNetwork(t);
  const id = await push(test);
  await proven(test, id);
  const desk = await signedIn(test, 'pr-desk');
  const here = `/desk/headlines/${id}/deliveries`;
  const mark = /data-mark="(\w+)"/.exec((await desk.get(here)).body)?.[1];
  const known = await listen(test, desk, `${here}/events?mark=${mark}`);
  const anew = await listen(test, desk, `${here}/events`);
  const whole = JSON.parse((await anew.next('board')).data);
  t.match(whole.said, '4 of 4 live');
  t.same(Object.keys(whole.rows).sort(), ['beijing', 'cairo', 'osaka', 'tokyo']);

  await test.call('PUT', `/headlines/${id}`, headline(), { 'if-match': '"1"' });
  let event = await known.next('board');
  while (!JSON.parse(event.data).summary.includes('Version 2')) event = await known.next('board');
  while (!/proven in/.test(JSON.parse(event.data).said)) event = await known.next('board');
  t.match(JSON.parse(event.data).dots.tokyo?.tone ?? 'ok', 'ok');

  const resumed = await listen(test, desk, `${here}/events?mark=${mark}`, { 'last-event-id': event.id });
  await desk.get('/desk/account');
  t.equal((await desk.post('/desk/sign-out')).status, 303);
  await test.call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  t.equal((await resumed.next()).event, 'over', 'nothing was new to it, and it is told nothing more');
  t.equal((await resumed.rest()).trim(), '', 'the line has ended');

  const left = await signedIn(test, 'auditor');
  const last = await listen(test, left, `${here}/events`);
  t.match(JSON.parse((await last.next('board')).data).said, 'Gone from 4 of 4');
  // It stays open: the service of this test must be able to end all the same.
});

t.test('who has seen and acknowledged it, and who is late, stands beside each mission', async (t) => {
  const test = await openNetwork(t);
  const { db } = test.database;
  const id = await push(test, { acknowledgeWithin: 4 });
  await proven(test, id);
  const receptions = await findReceptions(db, id);
  t.equal(receptions.length, 4, 'every mission is asked');
  const cairo = await findSite(db, 'cairo');
  const tokyo = await findSite(db, 'tokyo');
  if (!cairo || !tokyo) throw new Error('the missions were not opened');
  await noteSeen(db, { name: 'Rina in Cairo', source: 'test' }, cairo, id);
  await acknowledgeHeadline(db, { name: 'Rina in Cairo', source: 'test' }, cairo, id, 1);
  await db
    .updateTable('reception')
    .set({ due_at: sql<Date>`now() - interval '1 hour'` })
    .where('site', '=', tokyo.id)
    .execute();
  const desk = await signedIn(test, 'pr-desk');
  const { body } = await desk.get(`/desk/headlines/${id}/deliveries`);
  t.match(body, '1 of 4 acknowledged, 1 overdue');
  t.match(body, /id="at-cairo">[\s\S]*?Acknowledged by Rina in Cairo[\s\S]*?Seen by Rina in Cairo/);
  t.match(body, /id="at-beijing">[\s\S]*?to be acknowledged by/);
  t.equal(/id="at-(\w+)"/.exec(body)?.[1], 'tokyo', 'who is late comes first');
  t.match(body, /id="at-tokyo">[\s\S]*?Overdue since/);
});

t.test(
  'the timeline tells who did what when, and when it was seen, of one headline or of several',
  async (t) => {
    const test = await openNetwork(t);
    const { db } = test.database;
    const id = await push(test, { acknowledgeWithin: 4 });
    await proven(test, id);
    await test.call('PUT', `/headlines/${id}`, headline({ note: 'The number is another one.' }), {
      'if-match': '"1"',
    });
    await proven(test, id);
    const [tokyo, other] = [await findSite(db, 'tokyo'), await push(test)];
    if (!tokyo) throw new Error('the missions were not opened');
    await saveOverlay(db, { name: 'Budi', source: 'test' }, tokyo, id, { hidden: true });
    await test.call('POST', `/headlines/${id}/recall`, { reason: 'It was wrong =after all.' });
    await proven(test, id);
    const desk = await signedIn(test, 'auditor');
    const { body } = await desk.get(`/desk/headlines/timeline?id=${id}`);
    const order = [
      'A headline was sent',
      'Version 1 seen at the first mission',
      'Version 1 seen at all 4, proven in',
      'A headline was corrected (version 2)',
      'The number is another one.',
      'Version 2 seen at all 4',
      'A headline was adapted',
      'Budi',
      'A headline was recalled (version 3)',
      'It was wrong =after all.',
      'Version 3 seen at all 4',
    ];
    const places = order.map((words) => body.indexOf(words));
    t.ok(
      places.every((place) => place > 0),
      order.filter((_, index) => (places[index] ?? -1) < 0).join(', '),
    );
    t.same(
      places,
      [...places].sort((a, b) => a - b),
      'in the order of time',
    );
    t.match(body, /<time datetime="[^"]+\+07:00">[^<]*(GMT\+7|WIB)<\/time><\/td>\s*<td>[^<]*UTC/);
    t.notMatch(body, 'No. 2');

    const both = await desk.get(`/desk/headlines/timeline?id=${id}&id=${other}`);
    t.match(both.body, /No\. 1[\s\S]*No\. 2/);
    t.equal((await desk.get('/desk/headlines/timeline')).status, 404);
    t.equal((await desk.get('/desk/headlines/timeline?id=x')).status, 404);
  },
);
