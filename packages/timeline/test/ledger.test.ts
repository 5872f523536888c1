import { joinNodes, leaveNodes } from '@warta/changes';
import {
  correctHeadline,
  correctionInput,
  findDeliveries,
  findUnseen,
  openNodeDeliveries,
  publishHeadline,
  recallHeadline,
  recordSightings,
  releaseDueHeadline,
} from '@warta/sync';
import t from 'tap';
import { context, headline, network } from './support.ts';

t.test(
  'a mission taken out by a correction shows nothing, also after a recall, and that is seen as well',
  async (t) => {
    const { db, kemlu, cairo, home, at } = await network(t);
    const { id } = await publishHeadline(db, kemlu, headline(), context());
    const { translations } = headline();
    const narrower = correctionInput.parse({ translations, audience: { sites: ['tokyo'] } });
    t.equal((await correctHeadline(db, id, 1, narrower, context())).count, 1);
    t.equal((await home(cairo)).headlines.length, 0);
    t.equal(await at(cairo, 'en', 'advisory-h1'), undefined);
    const expected = async () =>
      (await findUnseen(db, 'node-1')).map(({ siteSlug, expect }) => [siteSlug, expect]).sort();
    t.same(await expected(), [
      ['cairo', 'absent'],
      ['tokyo', 'shown'],
    ]);
    await recallHeadline(db, id, { reason: 'x' }, context());
    t.same(await expected(), [
      ['cairo', 'absent'],
      ['tokyo', 'gone'],
    ]);
  },
);

t.test('what was published before any node joined is looked at by the first that does', async (t) => {
  const { db, kemlu } = await network(t);
  await leaveNodes(db, 'node-1');
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  t.match(await findDeliveries(db, id), { total: 2, pending: 2 });
  await joinNodes(db, 'node-2');
  await openNodeDeliveries(db, 'node-2');
  const seen = await findUnseen(db, 'node-2');
  t.equal(seen.length, 2);
  await recordSightings(db, 'node-2', seen);
  await joinNodes(db, 'node-3');
  await openNodeDeliveries(db, 'node-3');
  t.same(await findUnseen(db, 'node-3'), [], 'and not again by the next');
});

t.test('a correction set for later is looked at by nodes that joined meanwhile', async (t) => {
  const { db, kemlu } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  const { translations, audience } = headline();
  const publishAt = '2999-01-01T00:00:00Z';
  await correctHeadline(db, id, 1, correctionInput.parse({ translations, audience, publishAt }), context());
  await recordSightings(db, 'node-1', await findUnseen(db, 'node-1'));
  await leaveNodes(db, 'node-1');
  await joinNodes(db, 'node-2');
  await openNodeDeliveries(db, 'node-2');
  await db
    .updateTable('headline')
    .set({ next_from: new Date(0) })
    .execute();
  await db
    .updateTable('text')
    .set({ next_from: new Date(0) })
    .execute();
  t.equal(await releaseDueHeadline(db), true);
  t.match(await findUnseen(db, 'node-2'), [{ version: 2 }, { version: 2 }]);
  t.equal(await releaseDueHeadline(db), false);
});

t.test('the ledger says only what was seen', async (t) => {
  const { db, kemlu, tokyo } = await network(t);
  const { id } = await publishHeadline(db, kemlu, headline(), context());
  t.match(await findDeliveries(db, id), { total: 2, live: 0, pending: 2, provenInMs: null });
  const unseen = await findUnseen(db, 'node-1');
  t.equal(unseen.length, 2);
  const sight = (error?: string) =>
    unseen.map(({ headline: seen, site, version }) => ({
      headline: seen,
      site,
      version,
      ...(error && site === tokyo.id && { error }),
    }));
  await recordSightings(db, 'node-1', sight('the home does not show it'));
  t.match(await findDeliveries(db, id), { live: 1, pending: 1, provenInMs: null });
  await recordSightings(db, 'node-1', sight());
  const proven = await findDeliveries(db, id);
  t.match(proven, { live: 2, pending: 0, items: [{ site: 'cairo', state: 'live', version: 1 }, {}] });
  t.type(proven?.provenInMs, 'number');
  await joinNodes(db, 'node-2');
  await recallHeadline(db, id, { reason: 'Wrong.' }, context());
  const gone = await findUnseen(db, 'node-1');
  t.match(gone, [{ expect: 'gone' }, { expect: 'gone' }]);
  await recordSightings(db, 'node-1', gone);
  t.match(await findDeliveries(db, id), { live: 0, pending: 2 }, 'one node of two is not proof');
  await recordSightings(db, 'node-2', gone);
  t.match(await findDeliveries(db, id), { live: 2, state: 'recalled', items: [{ state: 'recalled' }, {}] });
});
