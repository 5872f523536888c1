import { NOTIFICATIONS } from '@warta/mail';
import { openMailbox } from '@warta/mail/testing';
import t from 'tap';
import { startOn, testService } from '../support.ts';
import { DeskClient, makePerson, PASSWORD, signedIn } from './desk-client.ts';

async function withMail(t: Parameters<typeof startOn>[0]) {
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const { database } = await testService(t);
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
