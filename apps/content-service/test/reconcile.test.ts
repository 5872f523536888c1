import { findSite } from '@warta/sites';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { signedIn } from './desk/desk-client.ts';
import { headline, type TestService, testService, until } from './support.ts';

interface Found {
  kind: string;
  number: number | null;
  site: string | null;
  what: string;
}

async function sent(test: TestService, more: object = {}): Promise<string> {
  const { id } = (await test.call('POST', '/headlines', headline(more))).json();
  await proven(test, id);
  return id;
}

const proven = ({ call }: TestService, id: string) =>
  until(
    async () => (await call('GET', `/headlines/${id}/deliveries`)).json(),
    ({ provenInMs }) => provenInMs !== null,
  );

const reconcile = async ({ call }: TestService, body: object = {}): Promise<Found[]> => {
  const answer = await call('POST', '/reconciliations', body);
  if (answer.status !== 200) throw new Error(answer.body);
  return answer.json().found;
};

const addresses = ['/tokyo/', '/cairo/', '/tokyo/id/imbauan-bagi-wni-h01', '/cairo/ar/'];

/** What is broken by hand is found when looked for, stays as it is in a dry run, and is whole again after a run. */
async function isFoundAndRepaired(
  t: Test,
  test: TestService,
  id: string,
  wanted: { kind: string; site?: string | null; what: RegExp },
) {
  const inDryRun = await reconcile(test, { dryRun: true });
  t.match(inDryRun, [wanted]);
  t.same(inDryRun.length, 1, JSON.stringify(inDryRun));
  t.same(await reconcile(test), inDryRun, 'the dry run changed nothing');
  await proven(test, id);
  t.same(await reconcile(test, { dryRun: true }), [], 'it is set right');
}

t.test('where all agrees nothing is found, whatever headlines there are', async (t) => {
  const test = await testService(t);
  const { call } = test;
  t.same(await reconcile(test), []);
  await sent(test);
  const corrected = await sent(test);
  await call('PUT', `/headlines/${corrected}`, headline(), { 'if-match': '"1"' });
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const toChange = await sent(test);
  const only = { translations: headline().translations.slice(0, 1) };
  await call('PUT', `/headlines/${toChange}`, headline({ ...only, publishAt: later }), { 'if-match': '"1"' });
  await call('POST', '/headlines', headline({ publishAt: later }));
  const recalled = await sent(test, { audience: { sites: ['tokyo'] } });
  await call('POST', `/headlines/${recalled}/recall`, { reason: 'x' });
  await call('PUT', `/headlines/${corrected}`, headline({ audience: { sites: ['cairo'] } }), {
    'if-match': '"2"',
  });
  await sent(test, { obligation: 'optional' });
  for (const id of [corrected, toChange, recalled]) await proven(test, id);
  t.same(await reconcile(test), []);
});

t.test('whatever is broken by hand is found and repaired', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const id = await sent(test);
  const both = headline({ note: 'x' });
  await test.call('PUT', `/headlines/${id}`, both, { 'if-match': '"1"' });
  await proven(test, id);
  const tokyo = await findSite(db, 'tokyo');
  const pages = () => Promise.all(addresses.map(async (path) => (await test.read(path)).body));
  const before = await pages();

  await t.test('a row of the ledger is missing', async (t) => {
    await db
      .deleteFrom('delivery')
      .where('site', '=', tokyo?.id ?? '')
      .execute();
    await isFoundAndRepaired(t, test, id, { kind: 'ledger', site: 'tokyo', what: /has no row/ });
  });

  await t.test('the ledger says that a version was seen that is none', async (t) => {
    await db
      .updateTable('delivery')
      .set({ version: 9 })
      .where('site', '=', tokyo?.id ?? '')
      .execute();
    await isFoundAndRepaired(t, test, id, {
      kind: 'ledger',
      site: 'tokyo',
      what: /version 9, which cannot be/,
    });
  });

  await t.test('a mission has lost its place in an audience', async (t) => {
    await db
      .deleteFrom('audience_site')
      .where('site', '=', tokyo?.id ?? '')
      .execute();
    await isFoundAndRepaired(t, test, id, {
      kind: 'audience',
      site: 'tokyo',
      what: /headline 1.*is not in it/,
    });
  });

  await t.test('a headline points at an older version', async (t) => {
    await db.updateTable('headline').set({ version: 1 }).execute();
    await isFoundAndRepaired(t, test, id, { kind: 'version', what: /version is 1; by its versions it is 2/ });
  });

  await t.test('a text points at an older revision', async (t) => {
    await db.updateTable('text').set({ revision: 1 }).where('locale', '=', 'id').execute();
    await isFoundAndRepaired(t, test, id, {
      kind: 'words',
      what: /en 2, id 1; those of its version are en 2, id 2/,
    });
  });

  await t.test('a headline that stands is withdrawn as a post', async (t) => {
    await db.updateTable('post').set({ state: 'withdrawn' }).where('id', '=', id).execute();
    await isFoundAndRepaired(t, test, id, { kind: 'state', what: /post is withdrawn; it must be live/ });
  });

  await t.test('the ledger says all is well, and the pages are older', async (t) => {
    await test.read('/tokyo/');
    const answer = await test.call('PUT', `/headlines/${id}`, headline(), { 'if-match': '"2"' });
    t.equal(answer.status, 200);
    await proven(test, id);
    // What a node keeps is what it would keep had it missed the change: the row changes, and nobody is told.
    await sql`alter table headline_version disable trigger user`.execute(db);
    await sql`update headline_version set version = 4 where post = ${id} and version = 3`.execute(db);
    await sql`alter table headline_version enable trigger user`.execute(db);
    await db.updateTable('headline').set({ version: 4, latest: 4 }).execute();
    await db.updateTable('delivery').set({ version: 4 }).execute();
    const found = await reconcile(test, { dryRun: true });
    t.same(
      found.map(({ kind, site, what }) => ({ kind, site, what })),
      ['beijing', 'cairo', 'tokyo'].map((site) => ({ kind: 'page', site, what: 'shows version 3, not 4' })),
    );
    await reconcile(test);
    t.same(await reconcile(test, { dryRun: true }), []);
    await proven(test, id);
  });

  t.same(
    (await pages()).map((page) => page.replaceAll(/w:1\.\d\./g, 'w:1.2.')),
    before,
    'after all of it readers see what they saw before',
  );
});

t.test('words that were tampered with are found, and left for a person to decide', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const id = await sent(test);
  await sql`alter table revision disable trigger user`.execute(db);
  await sql`update revision set title = 'Something else' where post = ${id} and locale = 'en'`.execute(db);
  const wanted = [
    { kind: 'tampered', number: 1, repairable: false, what: /title in en is not what was pub/ },
  ];
  t.match(await reconcile(test), wanted);
  t.match(await reconcile(test), wanted, 'it stays');
  const log = await db.selectFrom('audit').select('action').where('action', '=', 'network.drift').execute();
  t.equal(log.length, 1, 'and is in the log once');
  const desk = await signedIn(test, 'auditor');
  t.match(
    (await desk.get('/desk')).body,
    /1 thing did not agree[\s\S]*1 needs you[\s\S]*Tampered with · No\. 1/,
  );
  t.match((await desk.get(`/desk/headlines/${id}/deliveries`)).body, 'Tampered with');
  t.match((await desk.get('/desk/audit')).body, 'Ledger, database and pages did not agree');
  const metrics = await test.service.app.inject({
    url: '/metrics',
    headers: { host: 'warta.test', authorization: `Bearer ${test.token}` },
  });
  t.match(metrics.body, 'warta_drift_found 0', 'the figures are those of the runs by the clock');
});

t.test('a recalled headline that a page still shows is found, and goes', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const id = await sent(test);
  const kept = await test.read('/tokyo/');
  t.match(kept.body, 'Imbauan');
  await db.updateTable('headline').set({ state: 'recalled', version: 2, latest: 2 }).execute();
  await db.updateTable('post').set({ state: 'withdrawn' }).where('id', '=', id).execute();
  await db
    .insertInto('headline_version')
    .values({
      ...{ post: id, version: 2, kind: 'recall', reason: 'x', texts: '{}', created_by: 'hand' },
      ...{ received_at: new Date(), live_from: new Date() },
    })
    .execute();
  await db.updateTable('delivery').set({ version: 2 }).execute();
  const found = await reconcile(test);
  t.match(found, [{ kind: 'page' }, { kind: 'page' }, { kind: 'page' }]);
  t.same(await reconcile(test), []);
  t.notMatch((await test.read('/tokyo/')).body, 'Imbauan');
});
