import { alertInput, draftAlert, releaseAlert } from '@warta/alerts';
import { testDatabase } from '@warta/database/testing';
import { NOTIFICATIONS } from '@warta/mail';
import { openMailbox } from '@warta/mail/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import { openMinistry } from '../../src/open-ministry.ts';
import { prepareForCrises } from '../../src/prepare-for-crises.ts';
import { quake } from '../alerts/release.ts';
import { actor, MISSIONS, startOn, testService } from '../support.ts';
import { DeskClient, makePerson, PASSWORD, signedIn } from './desk-client.ts';

async function withMail(t: Parameters<typeof startOn>[0]) {
  const { database } = await testService(t);
  return startWithMail(t, database);
}

async function startWithMail(t: Parameters<typeof startOn>[0], database: Parameters<typeof startOn>[1]) {
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const env = { SMTP_URL: mailbox.url, MAIL_FROM: 'Warta <warta@example.org>' };
  return { mailbox, test: await startOn(t, database, env) };
}

t.test('an invitation is sent and shown, and only a strange device is told of', async (t) => {
  const { mailbox, test } = await withMail(t);
  const head = await signedIn(test, 'head-of-site', 'tokyo');
  const budi = { name: 'Budi', email: 'budi@example.org', role: 'contributor', language: 'en' };
  const made = await head.post('/desk/sites/tokyo/people', budi);
  t.match(made.body, 'also sent by mail');
  const shown = /\/desk\/link\/[\w-]+/.exec(made.body)?.[0] ?? '';
  const [letter] = await mailbox.received(1);
  t.same(letter?.to, ['budi@example.org'], 'the head’s own first sign-in was not told of');
  t.match(letter?.text, shown, 'the same link');
  t.match(letter?.text, 'A head-of-site has made an account for you, to write for Embassy in Tokyo');

  const own = new DeskClient(test);
  await own.get(shown);
  await own.post(shown, { password: PASSWORD, repeated: PASSWORD });
  await own.signIn('budi@example.org');
  await own.post('/desk/sign-out');
  await own.signIn('budi@example.org');
  await new DeskClient(test).signIn('budi@example.org');
  const [, strange] = await mailbox.received(2);
  t.match(strange?.text, 'from a device it was not seen on before: Unknown browser (127.0.0.1)');
  t.equal(mailbox.all.length, 2, 'the device that is known was not told of');
});

t.test('what somebody turns off under the account is not sent', async (t) => {
  const { mailbox, test } = await withMail(t);
  const { email } = await makePerson(test, 'contributor', 'tokyo');
  const own = new DeskClient(test);
  await own.signIn(email);
  const page = await own.get('/desk/account/mail');
  t.equal(page.body.match(/checked/g)?.length, NOTIFICATIONS.length, 'all are on at first');
  await own.post('/desk/account/mail', { on: ['published', 'review-asked'] });
  t.equal((await own.get('/desk/account/mail')).body.match(/checked/g)?.length, 2);
  await new DeskClient(test).signIn(email);
  const head = await signedIn(test, 'head-of-site', 'tokyo', 'Head');
  await head.post('/desk/sites/tokyo/people', {
    name: 'Cici',
    email: 'cici@example.org',
    role: 'contributor',
  });
  const [first] = await mailbox.received(1);
  t.same(first?.to, ['cici@example.org'], 'the sign-in before it was not told of');
});

t.test(
  'that an alert ends soon is told to the desk and where it stands, each with a page to open',
  async (t) => {
    const database = await testDatabase(t);
    const { db } = database;
    await openMinistry(database, actor);
    for (const mission of MISSIONS) await openSite(db, actor, missionInput(...mission));
    await prepareForCrises(database, actor);
    const desk = await makePerson({ database }, 'pr-desk', undefined, 'Citra');
    const head = await makePerson({ database }, 'head-of-site', 'tokyo', 'Ani');
    await makePerson({ database }, 'contributor', 'tokyo');
    await makePerson({ database }, 'head-of-site', 'cairo');
    const { id } = await draftAlert(db, actor, { ...alertInput.parse(quake()), practice: false });
    await releaseAlert(db, id, 1, { actor, receivedAt: new Date(), reason: 'A test.' });
    await sql`update alert set updated_at = updated_at - interval '5.5 hours',
    expires_at = expires_at - interval '5.5 hours'`.execute(db);

    const { mailbox, test } = await startWithMail(t, database);
    const letters = await mailbox.received(2);
    t.same(letters.flatMap(({ to }) => to).sort(), [head.email, desk.email].sort(), 'nobody else');
    for (const { email } of [desk, head]) {
      const letter = letters.find(({ to }) => to.includes(email));
      t.match(letter?.headers.get('subject'), 'An alert ends soon: Strong earthquake in Japan');
      t.match(letter?.text, 'From then on readers no longer see it');
      const link = new URL(/https?:\S+/.exec(letter?.text ?? '')?.[0] ?? '');
      t.equal(link.pathname, `/desk${email === desk.email ? '' : '/sites/tokyo'}/alerts/${id}`);
      t.equal(link.origin, test.config.deskUrl);
      const client = new DeskClient(test);
      await client.signIn(email);
      await client.enrol();
      const page = await client.get(link.pathname);
      t.equal(page.status, 200);
      t.match(page.body, /Strong earthquake in Japan[\s\S]*>Update<[\s\S]*Let it stand longer/);
    }
    t.equal(mailbox.all.length, 2, 'once');
  },
);
