import { joinNodes } from '@warta/changes';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import {
  changeAlert,
  draftAlert,
  draftCancellation,
  endDueAlert,
  findAlert,
  findAlertDeliveries,
  findStandingAlerts,
  findUnseenAlerts,
  recordAlertSightings,
  releaseAlert,
  warnOfDueAlert,
} from '../src/index.ts';
import { clock, network, quake } from './support.ts';

const receivedAt = new Date();

t.test('each node proves that the banner stands, and that it is gone', async (t) => {
  const { db } = await network(t);
  await joinNodes(db, 'one');
  await joinNodes(db, 'two');
  const alone = { actor: clock, receivedAt: new Date(), reason: 'A test.' };
  const { id } = await draftAlert(db, clock, quake());
  t.equal(await findAlertDeliveries(db, id), undefined);
  await releaseAlert(db, id, 1, alone);
  const look = async (node: string, set: object = {}) => {
    const unseen = await findUnseenAlerts(db, node);
    const seen = unseen.map(({ expect, ...one }) => ({ ...one, shown: expect === 'shown', ...set }));
    await recordAlertSightings(db, node, seen);
    return unseen.map(({ siteSlug, expect, version }) => `${siteSlug} ${expect} ${version}`).sort();
  };
  const board = async () => {
    const { total, proven, pending, provenInMs, items } = (await findAlertDeliveries(db, id)) ?? {};
    return { total, proven, pending, timed: provenInMs !== null, states: items?.map(({ state }) => state) };
  };
  t.same(await board(), { total: 2, proven: 0, pending: 2, timed: false, states: ['pending', 'pending'] });
  t.same(await look('one', { error: 'no banner' }), ['osaka shown 1', 'tokyo shown 1']);
  t.match(await board(), { proven: 0, states: ['failed', 'failed'] });
  t.same(await look('one'), ['osaka shown 1', 'tokyo shown 1'], 'what was wrong is looked at again');
  t.match(await board(), { proven: 0 }, 'both nodes have to see it');
  await look('two');
  t.same(await board(), { total: 2, proven: 2, pending: 0, timed: true, states: ['shown', 'shown'] });
  t.same(await look('one'), []);

  await openSite(db, clock, missionInput('fukuoka'));
  t.match(await board(), { total: 3, proven: 2 }, 'a mission that opened since must be seen too');
  t.same(await look('one'), ['fukuoka shown 1']);
  await look('two');
  await joinNodes(db, 'three');
  t.match(await board(), { total: 3, proven: 0 }, 'and a node that joined since must see it');
  t.equal((await look('three')).length, 3);
  t.match(await board(), { proven: 3 });

  await changeAlert(db, clock, id, 1, quake({ area: { sites: ['tokyo'] } }));
  await releaseAlert(db, id, 2, alone);
  t.same(await look('one'), ['fukuoka absent 2', 'osaka absent 2', 'tokyo shown 2']);
  await look('two');
  await look('three');
  t.match(await board(), { total: 3, proven: 3, states: ['gone', 'gone', 'shown'] });

  await draftCancellation(db, clock, id, 2, {});
  await releaseAlert(db, id, 3, alone);
  for (const node of ['one', 'two', 'three']) {
    t.same(await look(node), ['fukuoka absent 3', 'osaka absent 3', 'tokyo absent 3']);
  }
  t.match(await board(), { total: 3, proven: 3, states: ['gone', 'gone', 'gone'] });
  await joinNodes(db, 'four');
  t.same(await look('four'), [], 'who joins later has nothing to look for');
  t.match(await board(), { proven: 3 });
});

t.test('before its end desk and missions are told once; then it goes by itself', async (t) => {
  const { db } = await network(t);
  await joinNodes(db, 'one');
  const alone = { actor: clock, receivedAt, reason: 'A test.' };
  const { id } = await draftAlert(db, clock, quake({ expiry: { hours: 12 } }));
  await releaseAlert(db, id, 1, alone);
  const told: string[] = [];
  const warn = () => warnOfDueAlert(db, async (_trx, alert) => void told.push(alert.id));
  t.equal(await warn(), false, 'twelve hours are long');
  const passes = (hours: number) =>
    sql`update alert set expires_at = expires_at - ${hours}::float8 * interval '1 hour',
      updated_at = updated_at - ${hours}::float8 * interval '1 hour'`.execute(db);
  await passes(11.1);
  t.equal(await warn(), true);
  t.equal(await warn(), false);
  t.same(told, [id], 'once');
  t.equal(await endDueAlert(db), false);

  const [expectation] = await findUnseenAlerts(db, 'one');
  t.equal(expectation?.expect, 'shown');
  await passes(1);
  t.same((await findStandingAlerts(db)).alerts, [], 'readers do not wait for the announcement');
  t.equal((await findAlert(db, id))?.state, 'expired');
  await t.rejects(changeAlert(db, clock, id, 1, quake()), { code: 'conflict', message: /expired/ });
  const before = (await findStandingAlerts(db)).generation;
  t.equal(await endDueAlert(db), true);
  t.equal(await endDueAlert(db), false);
  t.ok((await findStandingAlerts(db)).generation > before, 'nodes are told to look');
  t.match(await findUnseenAlerts(db, 'one'), [{ expect: 'absent' }, { expect: 'absent' }]);
});
