import type { Database } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { openJobs } from '@warta/jobs';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { type Letter, MAIL_QUEUE, openMail, type Recipient, workMail } from '../src/index.ts';
import { openMailbox } from '../src/testing/index.ts';

const LINK = 'https://warta.test/desk/invitations/only-once';
const SOON = new Date(Date.now() + 86_400_000);

const sari: Recipient = {
  address: 'sari@example.org',
  name: 'Sari',
  locale: 'id',
  timezone: 'Asia/Tokyo',
};
const invitation: Letter = { kind: 'invitation', who: 'Budi', site: 'KBRI Tokyo', link: LINK, until: SOON };
const review: Letter = {
  kind: 'review-asked',
  who: 'Budi',
  title: 'Malam film',
  site: 'KBRI Tokyo',
  link: LINK,
};

/** A service that writes letters, and sends them when `work` is called. */
async function post(t: Test, database: Database, smtpUrl: string | undefined) {
  const errors: Error[] = [];
  const queue = { ...MAIL_QUEUE, firstDelaySeconds: 1, longestDelaySeconds: 1 };
  const jobs = await openJobs(database, {
    queues: [queue],
    works: true,
    onError: (error) => errors.push(error as Error),
    pollSeconds: 0.5,
  });
  t.teardown(() => jobs.stop());
  const settings = smtpUrl
    ? { smtpUrl, from: 'Warta <warta@example.org>', deskUrl: 'https://warta.test' }
    : undefined;
  const { sendMail, mailIsOn } = openMail(jobs, settings);
  return {
    mailIsOn,
    errors,
    send: (letter: Letter, to = sari, mailOff?: string[]) =>
      database.db.transaction().execute((trx) => sendMail(trx, to, letter, mailOff)),
    work: async () => settings && workMail(database, jobs, settings),
    stop: () => jobs.stop(),
  };
}

const refusals = ({ db }: Database) =>
  db
    .selectFrom('audit')
    .select(['action', 'subject', 'after'])
    .where('action', '=', 'mail.give-up')
    .execute();

async function untilGivenUp(database: Database) {
  for (;;) {
    const rows = await refusals(database);
    if (rows.length > 0) return rows;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const leftOver = async ({ db }: Database) => {
  const { rows } = await sql<{ data: object }>`select data from pgboss.job`.execute(db);
  return rows.length;
};

t.test('a letter arrives once, as what it is, and leaves nothing behind', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const { send, work, stop, mailIsOn, errors } = await post(t, database, mailbox.url);
  t.equal(mailIsOn, true);
  t.equal(await send(invitation), 'queued');
  await work();
  const [letter] = await mailbox.received(1);
  await stop();
  t.equal(mailbox.all.length, 1);
  t.equal(letter?.from, 'warta@example.org');
  t.same(letter?.to, ['sari@example.org']);
  t.match(letter?.text, LINK, 'with its link in one piece');
  t.match(letter?.text, 'Yth. Sari,');
  t.match(letter?.text, 'Budi telah membuatkan akun bagi Anda untuk menulis bagi KBRI Tokyo.');
  t.equal(letter?.headers.get('subject'), 'Akun Anda di Warta');
  t.equal(letter?.headers.get('auto-submitted'), 'auto-generated');
  t.match(letter?.headers.get('list-id'), '<desk.warta.test>');
  t.match(letter?.headers.get('message-id'), /^<[0-9a-f-]{36}@warta\.test>$/);
  t.match(letter?.headers.get('content-type'), 'text/plain');
  t.equal(await leftOver(database), 0);
  t.same(errors, []);
});

t.test('without a mail server nothing is kept, and the sender is told', async (t) => {
  const database = await testDatabase(t);
  const { send, mailIsOn } = await post(t, database, undefined);
  t.equal(mailIsOn, false);
  t.equal(await send(invitation), 'off');
  t.equal(await leftOver(database), 0);
});

t.test('what a person turned off is not sent, but what they cannot do without is', async (t) => {
  const database = await testDatabase(t);
  const { send } = await post(t, database, 'smtp://127.0.0.1:1');
  t.equal(await send(review, sari, ['review-asked']), 'unwanted');
  t.equal(await send(review, sari, ['published']), 'queued');
  t.equal(await send(invitation, sari, ['invitation', 'review-asked']), 'queued');
  t.equal(await leftOver(database), 2);
});

t.test('while the server is down letters wait, and arrive when it is back', async (t) => {
  const database = await testDatabase(t);
  const gone = await openMailbox({});
  await gone.close();
  const { send, work, errors } = await post(t, database, gone.url);
  await send(review);
  await work();
  while (errors.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  t.match(errors[0]?.message, /attempt 1; it will be tried again/);
  const back = await openMailbox({ port: gone.port });
  t.teardown(() => back.close());
  const [letter] = await back.received(1);
  t.match(letter?.text, 'Budi meminta Anda meninjau “Malam film” untuk KBRI Tokyo.');
  t.same(await refusals(database), []);
});

t.test(
  'an address that is refused is not tried again, and is told without what was in the letter',
  async (t) => {
    const database = await testDatabase(t);
    let attempts = 0;
    const mailbox = await openMailbox({
      refuseTo: () => ({ responseCode: 550, message: '5.1.1 nobody here' }),
      onAttempt: () => {
        attempts += 1;
      },
    });
    t.teardown(() => mailbox.close());
    const { send, work, stop, errors } = await post(t, database, mailbox.url);
    await send(invitation);
    await work();
    const [row] = await untilGivenUp(database);
    await stop();
    t.equal(attempts, 1);
    t.same(row?.after, {
      kind: 'invitation',
      to: 'sari@example.org',
      reason: 'EENVELOPE 550 5.1.1 at RCPT TO',
    });
    t.match(errors[0]?.message, /it is given up/);
    t.equal(await leftOver(database), 0);
  },
);

t.test('a server that quotes what it refuses does not get the link into the log', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({
    refuseLetter: () => ({ responseCode: 554, message: `5.7.1 bad link ${LINK}` }),
  });
  t.teardown(() => mailbox.close());
  const { send, work, stop, errors } = await post(t, database, mailbox.url);
  await send(invitation);
  await work();
  const rows = await untilGivenUp(database);
  await stop();
  const told = errors.map((error) => [error.stack, (error.cause as Error).stack]);
  t.notMatch(JSON.stringify([told, rows]), 'only-once');
  t.match(errors[0]?.cause, { message: 'EMESSAGE 554 5.7.1' });
});

t.test('a full mailbox is tried again', async (t) => {
  const database = await testDatabase(t);
  let isFull = true;
  const mailbox = await openMailbox({
    refuseTo: () => (isFull ? { responseCode: 452, message: '4.2.2 full' } : undefined),
    onAttempt: () => setImmediate(() => (isFull = false)),
  });
  t.teardown(() => mailbox.close());
  const { send, work } = await post(t, database, mailbox.url);
  await send(review);
  await work();
  t.equal((await mailbox.received(1)).length, 1);
});

t.test('neither names nor titles nor addresses can add a header or a recipient', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const { send, work, stop } = await post(t, database, mailbox.url);
  const title = 'Film\r\nBcc: thief@example.net\r\n\r\nOther body';
  await send(
    { ...review, title, who: 'Budi\nX-Evil: 1' },
    { ...sari, name: 'Sari\r\nCc: thief@example.net' },
  );
  for (const address of [
    'sari@example.org, thief@example.net',
    'sari@example.org\r\nRCPT TO:<thief@example.net>',
    'Sari <sari@example.org>',
  ]) {
    await send(review, { ...sari, address });
  }
  await work();
  const [letter] = await mailbox.received(1);
  while ((await refusals(database)).length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
  t.equal(mailbox.all.length, 1, 'what is no single address is not sent at all');
  t.same(letter?.to, ['sari@example.org']);
  for (const header of ['bcc', 'cc', 'x-evil']) t.notOk(letter?.headers.has(header), header);
  t.equal(letter?.headers.get('subject'), 'Mohon ditinjau: Film Bcc: thief@example.net Other body');
});

t.test('a link that has run out is not sent', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const { send, work } = await post(t, database, mailbox.url);
  await send({ kind: 'password-reset', link: LINK, until: new Date(Date.now() - 1000) });
  await work();
  const [row] = await untilGivenUp(database);
  t.match(row?.after, { kind: 'password-reset', reason: 'its link has run out' });
  t.equal(mailbox.all.length, 0);
});

t.test('a server on another machine that cannot encrypt gets nothing', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const { send, work, errors } = await post(t, database, `${mailbox.url}?requireTLS=true`);
  await send(review);
  await work();
  while (errors.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  t.match(errors[0]?.cause, { message: /^ETLS/ });
  t.equal(mailbox.all.length, 0);
});
