import { recordAudit } from '@warta/audit';
import { findSite } from '@warta/sites';
import t from 'tap';
import { testService } from '../support.ts';
import { makePerson, signedIn } from './desk-client.ts';

t.test(
  'the log of a site tells of its changes, its people’s sign-ins and rights, and of no other site',
  async (t) => {
    const test = await testService(t);
    const head = await signedIn(test, 'head-of-site', 'tokyo', 'Head Tokyo');
    const editor = await signedIn(test, 'content-editor', 'cairo', 'Editor Cairo');
    await editor.post('/desk/sites/cairo/contacts', {
      kind: 'email',
      purpose: 'press',
      value: 'press@cairo.example',
    });
    await head.post('/desk/sites/tokyo/contacts', {
      kind: 'email',
      purpose: 'press',
      value: 'press@tokyo.example',
    });
    const { id } = await makePerson(test, 'contributor', 'tokyo', 'Budi');
    await head.post(`/desk/sites/tokyo/people/${id}/roles`, { role: 'content-editor' });

    const { body } = await head.get('/desk/sites/tokyo/audit');
    for (const words of ['Signed in', 'Contacts were changed', 'Roles were changed', 'Head Tokyo']) {
      t.match(body, words);
    }
    t.match(body, 'Content editor (tokyo)', 'what changed is said in words');
    t.notMatch(body, 'press@cairo.example');
    t.notMatch(body, 'Editor Cairo');
    t.equal((await editor.get('/desk/sites/tokyo/audit')).status, 403);

    const log = (await test.call('GET', '/sites/tokyo/audit?kind=settings&limit=1')).json();
    t.match(log, [{ action: 'site.contacts', subject: 'site:tokyo', site: 'tokyo', at: /Z$/ }]);
    const next = (await test.call('GET', `/sites/tokyo/audit?kind=settings&after=${log[0].id}`)).json();
    t.match(next, [{ action: 'site.create' }], 'the page after it');
    t.match((await test.call('GET', '/audit?site=cairo&kind=settings')).json(), [{ site: 'cairo' }]);
    t.match((await test.call('GET', '/audit?from=yesterday')).json(), { errors: [{ field: 'from' }] });

    const rights = await head.get('/desk/sites/tokyo/audit?kind=rights');
    t.match(rights.body, 'Roles were changed');
    t.notMatch(rights.body, 'Contacts were changed');
    await head.post(`/desk/sites/tokyo/people/${id}/leaving`);
    t.match((await head.get('/desk/sites/tokyo/audit')).body, 'An account was closed');
    t.match((await head.get('/desk/sites/tokyo/audit?from=2099-01-01')).body, 'Nothing is noted');
  },
);

t.test('the log is read page by page, and exported without formulas', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const site = await findSite(db, 'tokyo');
  const auditor = await signedIn(test, 'auditor');
  await db.transaction().execute(async (trx) => {
    for (let n = 0; n < 120; n += 1) {
      const entry = { action: 'site.update', subject: 'site:tokyo', site: site?.id ?? '', after: { n } };
      await recordAudit(trx, { name: n ? 'ayu@example.org' : '=HYPERLINK("x")', source: 'test' }, entry);
    }
  });
  const seen = new Set<string>();
  let next: string | undefined = '/desk/audit?site=tokyo&kind=settings';
  for (let pages = 0; next && pages < 10; pages += 1) {
    const { body } = await auditor.get(next);
    for (const [, n] of body.matchAll(/n: <ins><bdi>(\d+)</g)) seen.add(n ?? '');
    next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  t.equal(seen.size, 120, 'every entry once');

  const csv = await auditor.get('/desk/audit.csv?site=tokyo&kind=settings');
  t.match(csv.headers['content-type'], 'text/csv');
  const lines = csv.body.split('\r\n');
  t.match(lines[0], 'at,who,from,action');
  t.match(lines[1], /\+09:00,/, 'times are those of the site');
  t.ok(lines.length > 120);
  t.match(csv.body, `"'=HYPERLINK(""x"")"`, 'a cell that begins like a formula is text');
  t.match((await auditor.get('/desk/audit')).body, 'The log was exported');
  t.match((await auditor.get('/desk/audit?who=ayu%40example.org')).body, 'Settings were changed');
});
