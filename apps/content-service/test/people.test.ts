import { createToken, PERMISSIONS } from '@warta/accounts';
import { findSite } from '@warta/sites';
import t from 'tap';
import { DeskClient, makePerson, PASSWORD } from './desk/desk-client.ts';
import { actor, type TestService, testService } from './support.ts';

async function asPerson({ database: { db } }: TestService, person: string) {
  const input = { name: 'script', role: 'person' as const, person, scopes: [...PERMISSIONS] };
  const { secret } = await db.transaction().execute((trx) => createToken(trx, actor, input));
  return { authorization: `Bearer ${secret}` };
}

t.test('a head of site looks after people through the API by the rules of the desk', async (t) => {
  const test = await testService(t);
  const head = await makePerson(test, 'head-of-site', 'tokyo');
  const as = await asPerson(test, head.id);
  const people = '/sites/tokyo/people';
  const budi = { email: 'budi@example.org', name: 'Budi', language: 'id', roles: ['contributor'] };
  const wrong = await test.call('POST', people, { ...budi, roles: ['operator'] }, as);
  t.equal(wrong.status, 422);
  t.match(wrong.json(), { errors: [{ field: 'roles.0' }] });
  const made = await test.call('POST', people, budi, as);
  t.match(made, { status: 201 });
  t.match(made.json(), { url: /\/desk\/link\//, mailed: false });
  const { person, url } = made.json();
  const own = new DeskClient(test);
  const link = new URL(url).pathname;
  await own.get(link);
  await own.post(link, { password: PASSWORD, repeated: PASSWORD });

  const changed = await test.call('PATCH', `${people}/${person}`, { roles: ['content-editor'] }, as);
  t.match(changed.json(), { memberships: [{ role: 'content-editor', site: 'tokyo' }], accepted: true });
  const lost = await test.call('POST', `${people}/${person}/links`, { purpose: 'password' }, as);
  t.equal(lost.status, 201);
  t.match((await test.call('GET', people, undefined, as)).json(), [
    { name: 'A head-of-site' },
    { name: 'Budi' },
  ]);
  const gone = await test.call('PATCH', `${people}/${person}`, { disabled: true, successor: head.id }, as);
  t.match(gone.json(), { disabled: true });
  t.equal((await own.signIn('budi@example.org')).status, 422, 'the account is closed');
  const back = await test.call('PATCH', `${people}/${person}`, { disabled: false }, as);
  t.match(back.json(), { disabled: false, memberships: [{ role: 'content-editor' }] });
  t.equal((await test.call('GET', '/people', undefined, as)).status, 403);
  t.equal((await test.call('GET', '/sites/cairo/people', undefined, as)).status, 403);
});

t.test('nobody gains an account that may do more, not even one whose invitation still waits', async (t) => {
  const test = await testService(t);
  const head = await makePerson(test, 'head-of-site', 'tokyo');
  const as = await asPerson(test, head.id);
  const operator = { email: 'op@example.org', name: 'Op', roles: ['operator'] };
  const { person } = (await test.call('POST', '/people', operator)).json();
  const taken = await test.call('POST', '/sites/tokyo/people', { ...operator, roles: ['contributor'] }, as);
  t.equal(taken.status, 422, 'a link of the head’s would open the operator’s account');
  t.equal((await test.call('PATCH', `/sites/tokyo/people/${person}`, { disabled: true }, as)).status, 404);
  const site = await findSite(test.database.db, 'tokyo');
  await test.database.db
    .insertInto('membership')
    .values({ person, role: 'contributor', site: site?.id ?? '' })
    .execute();
  const link = await test.call('POST', `/sites/tokyo/people/${person}/links`, { purpose: 'password' }, as);
  t.equal(link.status, 403);
  const listed = await test.call('GET', '/sites/tokyo/people', undefined, as);
  t.notMatch(listed.body, 'operator', 'what somebody is elsewhere is not told');
});
