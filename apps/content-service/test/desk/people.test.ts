import t from 'tap';
import { testService } from '../support.ts';
import { DeskClient, makePerson, PASSWORD, signedIn } from './desk-client.ts';

const linkIn = (body: string) => /\/desk\/link\/[\w-]+/.exec(body)?.[0] ?? '';

t.test('a head of site invites, helps who lost a password, and lets people go', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'head-of-site', 'tokyo');
  const people = '/desk/sites/tokyo/people';
  const wrong = await head.post(people, { name: '', email: 'nope', role: 'operator' });
  t.equal(wrong.status, 422, 'roles of the network are not a head of site’s to give');
  t.match(wrong.body, 'is not an e-mail address');
  t.match(wrong.body, 'value="nope"', 'what was typed is still there');

  const made = await head.post(people, { name: 'Budi', email: 'Budi@Example.org', role: 'contributor' });
  const budi = new DeskClient(test);
  await budi.get(linkIn(made.body));
  await budi.post(linkIn(made.body), { password: PASSWORD, repeated: PASSWORD });
  t.equal((await budi.get('/desk/sites/tokyo')).status, 200);
  t.equal((await budi.get(people)).status, 403, 'a contributor looks after nobody');
  t.equal((await budi.get('/desk/sites/cairo')).status, 403, 'and has no other site');

  const { id } = await test.database.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', 'budi@example.org')
    .executeTakeFirstOrThrow();
  const lost = linkIn((await head.post(`${people}/${id}/links/password`)).body);
  const again = new DeskClient(test);
  await again.get(lost);
  const fresh = { password: 'teh-sore-di-beranda-31', repeated: 'teh-sore-di-beranda-31' };
  t.equal((await again.post(lost, fresh)).location, '/desk');
  t.match((await budi.get('/desk/sites/tokyo')).location, '/desk/sign-in', 'old sessions have ended');

  await head.post(`${people}/${id}/leaving`, { successor: head.person.id });
  t.match((await again.get('/desk/sites/tokyo')).location, '/desk/sign-in');
  t.equal((await again.signIn('budi@example.org', fresh.password)).status, 422, 'the account is closed');
});

t.test('a head of site has no power over an account that may do more than the head', async (t) => {
  const test = await testService(t);
  const head = await signedIn(test, 'head-of-site', 'tokyo');
  const { id, email } = await makePerson(test, 'operator');
  const site = await test.database.db
    .selectFrom('site')
    .select('id')
    .where('slug', '=', 'tokyo')
    .executeTakeFirstOrThrow();
  await test.database.db
    .insertInto('membership')
    .values({ person: id, role: 'contributor', site: site.id })
    .execute();
  const page = await head.get(`/desk/sites/tokyo/people/${id}`);
  t.match(page.body, 'Only an operator');
  for (const path of ['links/password', 'links/second-factor', 'leaving', 'roles']) {
    t.equal(
      (await head.post(`/desk/sites/tokyo/people/${id}/${path}`, { role: 'contributor' })).status,
      403,
      path,
    );
  }
  t.equal((await new DeskClient(test).signIn(email)).location, '/desk', 'and the account still works');
  const stranger = await makePerson(test, 'contributor', 'cairo');
  t.equal(
    (await head.get(`/desk/sites/tokyo/people/${stranger.id}`)).status,
    404,
    'other sites’ people are not found',
  );
});

t.test('a token of one’s own acts as its person, and only as far as it was ticked', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const made = await editor.post('/desk/account/tokens', {
    name: 'script',
    days: '30',
    scopes: 'overlays:write',
  });
  const secret = /<code>(warta_[\w-]+)<\/code>/.exec(made.body)?.[1];
  const as = { authorization: `Bearer ${secret}` };
  const post = { locale: 'id', title: 'Kabar', body: 'Isi.' };
  t.equal((await test.call('POST', '/sites/tokyo/posts', post, as)).status, 403, 'not ticked');
  t.equal((await test.call('POST', '/headlines', {}, as)).status, 403, 'not the person’s');
  const ended = /\/desk\/account\/tokens\/[0-9a-f-]+\/end/.exec(
    (await editor.get('/desk/account/tokens')).body,
  )?.[0];
  await editor.post(ended ?? '');
  t.equal((await test.call('POST', '/sites/tokyo/posts', post, as)).status, 401);
});
