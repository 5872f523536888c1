import { clockAt } from '@warta/languages';
import { findSite } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import {
  acknowledgeHeadline,
  changeGroup,
  correctHeadline,
  correctionInput,
  dropGroup,
  findDeliveries,
  findReceptions,
  findUnseen,
  noteSeen,
  type OpenAcknowledgment,
  openSite,
  publishHeadline,
  recallHeadline,
  releaseDueWave,
  remindOfAcknowledgments,
  restoreHeadline,
  saveOverlay,
} from '@warta/sync';
import t from 'tap';
import { actor, context, headline, network } from './support.ts';

const summit = (sites: string[]) => ({ name: { en: 'Summit' }, sites });
const again = (more: object = {}) => correctionInput.parse({ ...headline(), ...more });

t.test('a headline for a group follows who is in it', async (t) => {
  const { db, kemlu, tokyo, cairo, home } = await network(t);
  await changeGroup(db, actor, 'summit', summit(['tokyo']), null);
  const { id, count } = await publishHeadline(
    db,
    kemlu,
    headline({ audience: { groups: ['summit'] } }),
    context(),
  );
  t.equal(count, 1);
  t.equal((await home(cairo)).headlines.length, 0);
  await changeGroup(db, actor, 'summit', summit(['cairo', 'tokyo']), 1);
  t.equal((await home(cairo)).headlines.length, 1, 'a mission that comes later has it');
  t.match(await findDeliveries(db, id), { total: 2, pending: 2 });
  await changeGroup(db, actor, 'summit', summit(['cairo']), 2);
  t.equal((await home(tokyo)).headlines.length, 0, 'one that goes loses it');
  await t.rejects(changeGroup(db, actor, 'summit', summit([]), 2), { code: 'stale-version' });
  await t.rejects(changeGroup(db, actor, 'summit', summit([]), null), { code: 'conflict' });
  await t.rejects(changeGroup(db, actor, 'g20', summit(['nowhere']), null), { code: 'invalid' });
  await t.rejects(dropGroup(db, actor, 'summit', 3), { code: 'conflict' }, 'a headline is for it');
  const unknown = headline({ audience: { groups: ['g20'] } });
  await t.rejects(publishHeadline(db, kemlu, unknown, context()), {
    errors: [{ field: 'audience.groups.0' }],
  });
});

t.test('after its last moment a headline stays where it is and reaches no later mission', async (t) => {
  const { db, kemlu, tokyo, home } = await network(t);
  const standsUntil = '2999-01-01T00:00:00Z';
  const { id } = await publishHeadline(db, kemlu, headline({ standsUntil }), context());
  const oslo = await openSite(db, actor, missionInput('oslo', { country: 'NO', region: 'europe' }));
  t.equal((await home(oslo)).headlines.length, 1, 'a mission that opens before has it');
  await db
    .updateTable('headline')
    .set({ stands_until: new Date(Date.now() - 1000) })
    .execute();
  await db
    .updateTable('audience_site')
    .set({ since: new Date(0) })
    .execute();
  const lima = await openSite(
    db,
    actor,
    missionInput('lima', { country: 'PE', region: 'latin-america-caribbean' }),
  );
  t.equal((await home(lima)).headlines.length, 0);
  t.equal((await home(tokyo)).headlines.length, 1);
  t.equal(
    (await findDeliveries(db, id))?.items.some(({ site }) => site === 'lima'),
    false,
  );
  const over = headline({ standsUntil: '2001-01-01T00:00:00Z' });
  await t.rejects(publishHeadline(db, kemlu, over, context()), { errors: [{ field: 'standsUntil' }] });
});

t.test('in waves a headline is there when the clock of each mission says so', async (t) => {
  const { db, kemlu, tokyo, cairo, home, at } = await network(t);
  await db.updateTable('site').set({ timezone: 'Africa/Cairo' }).where('slug', '=', 'cairo').execute();
  await db.updateTable('site').set({ timezone: 'Asia/Tokyo' }).where('slug', '=', 'tokyo').execute();
  const waveAt = clockAt(new Date(), 'Asia/Karachi'); // hours ago in Tokyo, hours to come in Cairo
  const { id } = await publishHeadline(db, kemlu, headline({ waveAt }), context());
  t.equal((await home(tokyo)).headlines.length, 1);
  const waiting = await home(cairo);
  t.equal(waiting.headlines.length, 0);
  t.ok((waiting.freshForMs ?? 0) > 0 && (waiting.freshForMs ?? 0) < 4 * 3_600_000, 'until its morning');
  t.equal(await at(cairo, 'en', 'advisory-h1'), undefined);
  t.match(await findDeliveries(db, id), { total: 2, pending: 1, waiting: 1 });
  t.match(await findUnseen(db, 'node-1'), [{ siteSlug: 'tokyo', expect: 'shown' }]);
  t.equal(await releaseDueWave(db), false);

  await recallHeadline(db, id, { reason: 'Wrong.' }, context());
  t.match(await at(tokyo, 'en', 'advisory-h1'), { kind: 'gone' });
  t.equal(await at(cairo, 'en', 'advisory-h1'), undefined, 'where it never was, nothing is gone');
  await restoreHeadline(db, id, context());
  t.equal((await home(tokyo)).headlines.length, 1);
  t.equal((await home(cairo)).headlines.length, 0, 'it comes back in waves');

  await db
    .updateTable('headline_wave')
    .set({ at: new Date(0) })
    .where('site', '=', cairo.id)
    .execute();
  t.equal(await releaseDueWave(db), true);
  t.equal((await home(cairo)).headlines.length, 1);
  const both = headline({ waveAt, publishAt: '2999-01-01T00:00:00Z' });
  await t.rejects(publishHeadline(db, kemlu, both, context()), { errors: [{ field: 'waveAt' }] });
  const late = again({ waveAt: '2999-01-01T08:00' });
  await t.rejects(correctHeadline(db, id, 3, late, context()), { errors: [{ field: 'waveAt' }] });
});

t.test('before its first morning a headline in waves can be moved, and is nowhere', async (t) => {
  const { db, kemlu, tokyo, home } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline({ waveAt: '2999-01-01T08:00' }), context());
  t.equal((await home(tokyo)).headlines.length, 0);
  t.match(await findDeliveries(db, id), { state: 'scheduled' });
  await correctHeadline(db, id, 1, again({ waveAt: '2001-01-01T08:00' }), context());
  t.equal((await home(tokyo)).headlines.length, 1);
});

t.test('what was recalled comes back as it stood, with what a mission had decided about it', async (t) => {
  const { db, kemlu, tokyo, cairo, home, at } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  await saveOverlay(db, actor, tokyo, id, { hidden: true });
  await recallHeadline(db, id, { reason: 'Wrong.' }, context());
  const { version } = await restoreHeadline(db, id, context(), 2);
  t.equal(version, 3);
  t.match(await at(cairo, 'en', 'advisory-h1'), {
    kind: 'post',
    entry: { version: 3 },
    html: '<p>Text.</p>\n',
  });
  t.equal((await home(cairo)).headlines.length, 1);
  t.equal((await home(tokyo)).headlines.length, 0, 'hidden before, hidden again');
  t.match(await findDeliveries(db, id), { version: 3, state: 'live', pending: 2 });
  await t.rejects(restoreHeadline(db, id, context()), { code: 'conflict' });
  await t.rejects(restoreHeadline(db, id, context(), 2), { code: 'stale-version' });
});

t.test('what was never public comes back with the words it had, before its moment', async (t) => {
  const { db, kemlu, cairo, home } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline({ publishAt: '2999-01-01T00:00:00Z' }), context());
  await recallHeadline(db, id, { reason: 'Not yet.' }, context());
  await restoreHeadline(db, id, context());
  t.equal((await home(cairo)).headlines.length, 0);
  t.match(await findDeliveries(db, id), { state: 'scheduled', version: 3 });
});

t.test('a mission acknowledges what it is asked to, by its own office hours', async (t) => {
  const { db, kemlu, tokyo, cairo } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline({ acknowledgeWithin: 4 }), context());
  const asked = await findReceptions(db, id);
  t.match(asked, [
    { site: 'cairo', acknowledgedAt: null },
    { site: 'tokyo', seenAt: null },
  ]);
  t.ok(asked.every(({ dueAt }) => dueAt !== null && dueAt.getTime() >= Date.now() + 4 * 3_600_000 - 60_000));

  await noteSeen(db, { ...actor, name: 'first' }, tokyo, id);
  await noteSeen(db, { ...actor, name: 'second' }, tokyo, id);
  await acknowledgeHeadline(db, actor, tokyo, id, 1);
  await acknowledgeHeadline(db, { ...actor, name: 'late' }, tokyo, id, 1);
  t.match(await findReceptions(db, id, tokyo.id), [{ seenBy: 'first', acknowledgedBy: 'test' }]);
  await t.rejects(acknowledgeHeadline(db, actor, cairo, id, 2), { code: 'conflict' });

  const told: string[] = [];
  const tell = async (_: unknown, { what, site, title }: OpenAcknowledgment) => {
    told.push(`${what}, ${site === cairo.id ? 'cairo' : 'tokyo'}: ${title}`);
  };
  await remindOfAcknowledgments(db, tell);
  t.same(told.splice(0), ['asked, cairo: Imbauan'], 'who has acknowledged is not asked');
  await db
    .updateTable('reception')
    .set({ due_at: new Date(0) })
    .execute();
  await remindOfAcknowledgments(db, tell);
  await remindOfAcknowledgments(db, tell);
  t.same(told, ['overdue, cairo: Imbauan'], 'once, and only who has not');

  const oslo = await openSite(db, actor, missionInput('oslo', { country: 'NO', region: 'europe' }));
  t.equal((await findReceptions(db, id, oslo.id)).length, 1, 'a mission that opens later is asked as well');
  await correctHeadline(db, id, 1, again(), context());
  t.same(await findReceptions(db, id), [], 'another version asks anew or not at all');
  await t.rejects(acknowledgeHeadline(db, actor, cairo, id, 1), { code: 'conflict' });
});

t.test('where the ministry asks for four eyes, no words go out unread', async (t) => {
  const { db } = await network(t);
  await db.updateTable('site').set({ four_eyes: true }).where('slug', '=', 'kemlu').execute();
  const kemlu = await findSite(db, 'kemlu');
  if (!kemlu) throw new Error('no ministry');
  await t.rejects(publishHeadline(db, kemlu, headline(), context()), { code: 'forbidden' });
});
