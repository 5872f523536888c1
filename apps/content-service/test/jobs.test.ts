import { testDatabase } from '@warta/database/testing';
import { openMailbox } from '@warta/mail/testing';
import t from 'tap';
import { readConfig } from '../src/config.ts';
import { openServiceJobs } from '../src/jobs.ts';

t.test('a letter that a web process hands over is sent by the worker', async (t) => {
  const database = await testDatabase(t);
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  const errors: unknown[] = [];
  const open = async (role: 'web' | 'worker') => {
    const set = { SMTP_URL: mailbox.url, MAIL_FROM: 'warta@example.org', PUBLIC_URL: 'https://warta.test' };
    const jobs = await openServiceJobs({ ...readConfig(set), role }, database, (error) => errors.push(error));
    t.teardown(jobs.stop);
    return jobs;
  };
  const web = await open('web');
  const worker = await open('worker');
  await worker.work();
  const sent = await database.db
    .transaction()
    .execute((trx) =>
      web.mail.sendMail(
        trx,
        { address: 'sari@example.org', locale: 'en', timezone: 'Asia/Tokyo' },
        { kind: 'new-sign-in', device: 'Firefox', at: new Date(), link: 'https://warta.test/desk' },
      ),
    );
  t.equal(sent, 'queued');
  const [letter] = await mailbox.received(1);
  t.match(letter?.text, 'signed in from a device it was not seen on before: Firefox');
  t.same(errors, []);
});
