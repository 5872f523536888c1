import { newId } from '@warta/database';
import type { Mail } from '@warta/mail';
import { openMailbox } from '@warta/mail/testing';
import { draftInput, publishDraft, saveDraft } from '@warta/posts';
import { findSite } from '@warta/sites';
import { sql } from 'kysely';
import t from 'tap';
import { tellAcknowledgments } from '../src/colleagues/tell-acknowledgments.ts';
import { tellWhatIsNear } from '../src/colleagues/tell-what-is-near.ts';
import { makePerson } from './desk/desk-client.ts';
import { actor, headline, startOn, testService } from './support.ts';

const HOUR_MS = 3_600_000;
const soon = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

/** A network where letters are kept instead of sent, and what it takes to have something near. */
async function withLetters(t: Parameters<typeof testService>[0]) {
  const test = await testService(t);
  const { database, config } = test;
  const tokyo = await findSite(database.db, 'tokyo');
  if (!tokyo) throw new Error('there is no Tokyo');
  const letters: { to: string; letter: unknown; mailOff: readonly string[] | undefined }[] = [];
  const mail: Mail = {
    mailIsOn: true,
    async sendMail(_trx, { address }, letter, mailOff) {
      letters.push({ to: address, letter, mailOff });
      return 'queued';
    },
  };
  const { db } = database;
  /** Published by a person, at a moment to come or at once; the words were written days ago. */
  const publish = async (person: string, fields: object, at?: Date) => {
    const by = { ...actor, person };
    const input = draftInput.parse({ locale: 'id', title: 'Pasar malam', body: 'Isi.', ...fields });
    const saved = await saveDraft(db, by, tokyo, input, { post: newId(), base: null });
    await publishDraft(db, by, tokyo, saved, { at });
    return saved.post;
  };
  const tell = (by = mail) => tellWhatIsNear(db, config, by);
  return { test, database, tokyo, mail, letters, publish, tell };
}

/** Revisions cannot be changed; what was written long before its moment is written with the trigger away. */
async function writtenDaysAgo({ database: { db } }: Awaited<ReturnType<typeof withLetters>>) {
  await sql`alter table revision disable trigger user`.execute(db);
  await sql`update revision set created_at = now() - interval '3 days'`.execute(db);
  await sql`alter table revision enable trigger user`.execute(db);
}

t.test('whose text is to appear within the hour is told, once, also by two workers at once', async (t) => {
  const near = await withLetters(t);
  const owner = await makePerson(near.test, 'contributor', 'tokyo');
  await makePerson(near.test, 'content-editor', 'tokyo');
  const at = soon(0.5);
  const post = await near.publish(owner.id, {}, at);
  await near.publish(owner.id, { title: 'Besok' }, soon(20));
  await near.tell();
  t.same(near.letters, [], 'what was only just set for so soon needs no letter');
  await writtenDaysAgo(near);
  await Promise.all([near.tell(), near.tell(), near.tell()]);
  await near.tell();
  t.equal(near.letters.length, 1);
  t.match(near.letters, [
    {
      to: owner.email,
      letter: {
        ...{ kind: 'something-due', what: 'scheduled', title: 'Pasar malam', site: 'Embassy in Tokyo' },
        ...{ at, link: `http://warta.test/desk/sites/tokyo/posts/${post}/id/publication` },
      },
    },
  ]);
  const later = soon(0.75);
  await near.database.db
    .updateTable('post')
    .set({ publish_at: later, sort_at: later })
    .where('id', '=', post)
    .execute();
  await near.tell();
  t.match(near.letters[1], { letter: { at: later } }, 'set for another moment, it is told of again');
});

t.test(
  'an opportunity that closes within a day is told of, to those who may publish where its owner has left',
  async (t) => {
    const near = await withLetters(t);
    const owner = await makePerson(near.test, 'contributor', 'tokyo');
    const editor = await makePerson(near.test, 'content-editor', 'tokyo');
    await makePerson(near.test, 'content-editor', 'cairo');
    const details = (hours: number) => ({ type: 'job', until: soon(hours).toISOString() });
    const fields = (hours: number) => ({ kind: 'opportunity', details: details(hours) });
    const post = await near.publish(owner.id, fields(20));
    await near.publish(owner.id, fields(30));
    const { db } = near.database;
    await near.tell();
    t.same(near.letters, [], 'what was open for less than a day needs no letter');
    await db
      .updateTable('post')
      .set({ publish_at: soon(-100) })
      .execute();
    await db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', owner.id).execute();
    await near.tell();
    await near.tell();
    t.match(near.letters, [{ to: editor.email, letter: { what: 'closing' } }]);
    t.equal(near.letters.length, 1);
    await db
      .updateTable('reminder')
      .set({ at: soon(-800) })
      .where('post', '=', post)
      .execute();
    await db.updateTable('post').set({ state: 'withdrawn' }).execute();
    await near.tell();
    t.equal(near.letters.length, 1, 'what was withdrawn closes for nobody');
  },
);

t.test('what could not be handed over is not taken for told', async (t) => {
  const near = await withLetters(t);
  const owner = await makePerson(near.test, 'contributor', 'tokyo');
  await near.publish(owner.id, {}, soon(0.5));
  await writtenDaysAgo(near);
  const broken: Mail = { mailIsOn: true, sendMail: () => Promise.reject(new Error('killed')) };
  await t.rejects(near.tell(broken), /killed/);
  await near.tell({ ...near.mail, mailIsOn: false });
  t.same(near.letters, []);
  await near.tell();
  t.equal(near.letters.length, 1);
});

t.test('the service sends the letter by itself, but not to who turned it off', async (t) => {
  const near = await withLetters(t);
  const off = await makePerson(near.test, 'content-editor', 'tokyo', 'Off');
  const on = await makePerson(near.test, 'content-editor', 'tokyo', 'Somebody');
  const { db } = near.database;
  await near.publish(off.id, { title: 'Yang pertama' }, soon(0.5));
  await near.publish(on.id, { title: 'Yang kedua' }, soon(0.6));
  await writtenDaysAgo(near);
  await db
    .updateTable('person')
    .set({ mail_off: ['something-due'] })
    .where('id', '=', off.id)
    .execute();
  const mailbox = await openMailbox({});
  t.teardown(() => mailbox.close());
  await startOn(t, near.database, { SMTP_URL: mailbox.url, MAIL_FROM: 'Warta <warta@example.org>' });
  const [letter] = await mailbox.received(1);
  t.same(letter?.to, [on.email]);
  t.match(letter?.text, 'will be published on');
  t.equal((await db.selectFrom('reminder').select('post').execute()).length, 2);
  t.equal(mailbox.all.length, 1);
});

t.test(
  'who may acknowledge a headline is asked by letter, and the head of site hears that nobody has',
  async (t) => {
    const { test, database, tokyo, mail, letters } = await withLetters(t);
    const editor = await makePerson(test, 'content-editor', 'tokyo');
    await makePerson(test, 'contributor', 'tokyo');
    const head = await makePerson(test, 'head-of-site', 'tokyo');
    await test.call('POST', '/headlines', headline({ acknowledgeWithin: 4 }));
    const tell = () => tellAcknowledgments(database.db, test.config, mail);
    await tell();
    await tell();
    t.same(letters.map(({ to }) => to).sort(), [editor.email, head.email].sort(), 'each once');
    t.match(letters[0]?.letter, { kind: 'acknowledgment', what: 'asked', title: 'Imbauan bagi WNI' });
    letters.length = 0;
    await sql`update reception set due_at = now() - interval '1 minute'`.execute(database.db);
    await tell();
    t.match(letters, [{ to: head.email, letter: { what: 'overdue', site: tokyo.name.en } }]);
    const { length } = letters;
    t.equal(length, 1);
  },
);
