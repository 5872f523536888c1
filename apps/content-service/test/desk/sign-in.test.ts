import { invitePerson } from '@warta/accounts';
import { findSite } from '@warta/sites';
import { generate } from 'otplib';
import t from 'tap';
import { actor, startOn, testService } from '../support.ts';
import { DeskClient, makePerson, PASSWORD, signedIn } from './desk-client.ts';

t.test('an invitation opens an account once, and leads straight to the desk', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const tokyo = await findSite(db, 'tokyo');
  const { secret } = await db.transaction().execute((trx) =>
    invitePerson(trx, actor, {
      email: 'rani@example.org',
      name: 'Rani',
      language: 'id',
      memberships: [{ role: 'contributor', site: tokyo?.id ?? '' }],
    }),
  );
  const rani = new DeskClient(test);
  const page = await rani.get(`/desk/link/${secret}`);
  t.match(page.body, 'Hello Rani');
  const short = await rani.post(`/desk/link/${secret}`, { password: 'short', repeated: 'short' });
  t.equal(short.status, 422);
  t.match(short.body, 'needs at least 12 characters', 'what is wrong stands beside the field');
  const common = { password: 'password12345', repeated: 'password12345' };
  t.match((await rani.post(`/desk/link/${secret}`, common)).body, 'one that many people use');
  const differs = { password: PASSWORD, repeated: 'something else' };
  t.match((await rani.post(`/desk/link/${secret}`, differs)).body, 'not the same as above');
  const done = await rani.post(`/desk/link/${secret}`, { password: PASSWORD, repeated: PASSWORD });
  t.equal(done.location, '/desk');
  t.equal((await rani.get('/desk')).location, '/desk/sites/tokyo', 'the only site is the first page');
  t.match((await rani.get('/desk/sites/tokyo')).body, 'KBRI Tokyo');

  const again = await new DeskClient(test).get(`/desk/link/${secret}`);
  t.equal(again.status, 410, 'a link works once');
  const kept = await db.selectFrom('one_time_link').selectAll().execute();
  t.notMatch(JSON.stringify(kept), secret, 'only its hash is kept');
});

t.test('a wrong name and a wrong password are answered alike', async (t) => {
  const test = await testService(t);
  const { email } = await makePerson(test, 'contributor', 'tokyo');
  const client = new DeskClient(test);
  const strip = (body: string) => body.replaceAll(/value="[^"]*"/g, '');
  const wrongPassword = await client.signIn(email, 'not the password');
  const wrongName = await client.signIn('nobody@example.org', 'not the password');
  t.equal(wrongPassword.status, 422);
  t.equal(wrongName.status, 422);
  t.equal(strip(wrongPassword.body), strip(wrongName.body));
});

t.test('guessing from elsewhere is slowed down and does not lock the owner out', async (t) => {
  const test = await testService(t);
  const { email } = await makePerson(test, 'contributor', 'tokyo');
  const owner = new DeskClient(test);
  t.equal((await owner.signIn(email)).location, '/desk');
  await owner.post('/desk/sign-out');
  const stranger = new DeskClient(test);
  for (let n = 0; n < 10; n += 1) await stranger.signIn(email, `guess number ${n}`);
  const refused = await stranger.signIn(email);
  t.equal(refused.status, 429, 'the stranger waits, even with the right password');
  t.match(refused.headers['retry-after'], /^[1-9]\d*$/, 'and is told for how long');
  t.match(refused.body, 'Too many tries');
  t.equal((await owner.signIn(email)).location, '/desk', 'the device that signed in before does not');
});

t.test('a head of site sets up a second factor before anything else, and a code works once', async (t) => {
  const test = await testService(t);
  const { email } = await makePerson(test, 'head-of-site', 'tokyo');
  const head = new DeskClient(test);
  await head.signIn(email);
  t.equal((await head.get('/desk/sites/tokyo')).location, '/desk/account/second-factor');
  const { secret, codes } = await head.enrol();
  t.equal(codes.length, 10);
  t.equal((await head.get('/desk/sites/tokyo')).status, 200);

  const other = new DeskClient(test);
  const page = await other.signIn(email);
  t.match(page.location, '/desk/sign-in/code');
  t.match(
    (await other.get('/desk/sites/tokyo')).location,
    '/desk/sign-in/code',
    'the password alone opens nothing',
  );
  const used = await other.post('/desk/sign-in/code', { code: await generate({ secret }) });
  t.equal(used.status, 422, 'the code that set it up was used');
  const backup = codes[0] ?? '';
  t.equal((await other.post('/desk/sign-in/code', { code: backup.toUpperCase() })).location, '/desk');
  const third = new DeskClient(test);
  await third.signIn(email);
  t.equal((await third.post('/desk/sign-in/code', { code: backup })).status, 422, 'so does a backup code');
});

t.test('others have seven days for their second factor', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  t.equal((await client.get('/desk/sites/tokyo')).status, 200);
  await test.database.db.updateTable('person').set({ factor_due_at: '2020-01-01T00:00:00Z' }).execute();
  t.equal((await client.get('/desk/sites/tokyo')).location, '/desk/account/second-factor');
});

t.test('sessions are listed, ended, and kept as hashes', async (t) => {
  const test = await testService(t);
  const { email } = await makePerson(test, 'contributor', 'tokyo');
  const laptop = new DeskClient(test);
  const phone = new DeskClient(test);
  await laptop.signIn(email);
  const agent = 'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0';
  await phone.get('/desk/sign-in');
  await phone.post('/desk/sign-in', { email, password: PASSWORD }, { 'user-agent': agent });
  const secret = laptop.cookies.get('warta') ?? '';
  t.ok(secret.length > 40);
  const rows = await test.database.db.selectFrom('session').selectAll().execute();
  t.equal(rows.length, 2);
  t.notMatch(JSON.stringify(rows), secret);
  const { body } = await laptop.get('/desk/account');
  t.match(body, '<span class="title"><bdi>Firefox on Android</bdi></span>', 'in words');
  t.match(body, 'Address 127.0.0.1');
  t.match(body, `<bdi>${agent}</bdi></details>`, 'and how the browser names itself, for who asks');
  t.match(body, '<bdi>Unknown browser</bdi>');
  t.equal(body.match(/\/sessions\/[0-9a-f-]{36}\/end/g)?.length, 1);
  await laptop.post('/desk/account/sessions/end-others');
  t.match((await phone.get('/desk/sites/tokyo')).location, '/desk/sign-in');
  t.equal((await laptop.get('/desk/sites/tokyo')).status, 200);
});

t.test('a form without its token does nothing, and what was typed stays on the page', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  const forged = await client.post('/desk/account/profile', {
    _csrf: 'forged',
    name: 'Mallory',
    language: 'en',
  });
  t.equal(forged.status, 403);
  t.match(forged.body, 'Mallory', 'to be sent again');
  t.notMatch((await client.get('/desk/account')).body, 'value="Mallory"');
  client.cookies.delete('warta');
  const late = await client.post('/desk/account/profile', { name: 'Rani Putri', language: 'en' });
  t.equal(late.status, 401);
  t.match(late.body, 'Rani Putri');
  t.match(late.body, 'You were signed out');
});

t.test('after signing in one comes back to the desk and nowhere else', async (t) => {
  const test = await testService(t);
  const { email } = await makePerson(test, 'contributor', 'tokyo');
  const client = new DeskClient(test);
  await client.get('/desk/sign-in');
  const fields = { email, password: PASSWORD };
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/desk/../evil',
    '/desk\\evil',
    '/deskevil',
  ]) {
    const page = await client.post(`/desk/sign-in?next=${encodeURIComponent(next)}`, fields);
    t.match(page.location, /^\/desk(\/\.\.\/evil)?$/, next);
    t.notMatch(page.location, 'evil.example');
  }
  const page = await client.post(
    '/desk/sign-in?next=%2Fdesk%2Fsites%2Ftokyo%2Fposts%3Fstate%3Ddraft',
    fields,
  );
  t.equal(page.location, '/desk/sites/tokyo/posts?state=draft');
});

t.test(
  'with another key than the one it was set up with, a service says so and takes backup codes',
  async (t) => {
    const test = await testService(t);
    const { email } = await makePerson(test, 'head-of-site', 'tokyo');
    const before = new DeskClient(test);
    await before.signIn(email);
    const { secret, codes } = await before.enrol();
    const rows = await test.database.db.selectFrom('person').select('totp_secret').execute();
    t.notMatch(JSON.stringify(rows), secret, 'the secret is not in the database as it is');
    const other = await startOn(t, test.database, { SECRET_KEY: Buffer.alloc(32, 7).toString('base64') });
    const client = new DeskClient(other);
    await client.signIn(email);
    const refused = await client.post('/desk/sign-in/code', { code: '123456' });
    t.equal(refused.status, 503);
    t.match(refused.body, 'Codes from phones cannot be checked now');
    t.equal((await client.post('/desk/sign-in/code', { code: codes[0] ?? '' })).status, 303);
    t.equal((await client.get('/desk/sites/tokyo')).status, 200);
  },
);
