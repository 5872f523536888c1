import { beginPurging, failPurge, findChanges, joinNodes, leaveNodes, settlePurge } from '@warta/changes';
import {
  correctHeadline,
  correctionInput,
  findChangedVersions,
  findDeliveries,
  findOutsidePurge,
  findUnseen,
  notePurges,
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

t.test(
  'a version counts as purged outside when that was done after its change, and is the newest',
  async (t) => {
    const { db, kemlu } = await network(t);
    const before = await publishHeadline(db, kemlu, headline(), context());
    await beginPurging(db);
    t.equal(await findOutsidePurge(db, before.id), undefined, 'nobody kept anything then');
    const { id } = await publishHeadline(db, kemlu, headline(), context());
    const first = await findChanges(db, 0);
    const upTo = first.at(-1)?.n ?? 0;
    t.match(await findChangedVersions(db, first, upTo), [{}, { headline: id, version: 1 }]);
    t.match(await findOutsidePurge(db, id), { state: 'pending', error: null });
    t.match(await findDeliveries(db, id), { outsideCache: { state: 'pending' } });
    await failPurge(db, 'answered 401');
    t.match(await findOutsidePurge(db, id), { state: 'failed', error: 'answered 401', nextTryAt: Date });
    const purged = (n: number, version: number) =>
      db.transaction().execute(async (trx) => {
        await notePurges(trx, [{ headline: id, version }]);
        await settlePurge(trx, n);
      });
    await purged(upTo, 1);
    t.match(await findOutsidePurge(db, id), {
      state: 'purged',
      tookMs: Number,
      error: null,
      nextTryAt: null,
    });

    const correction = correctionInput.parse(headline());
    await correctHeadline(db, id, 1, correction, context());
    t.match(await findOutsidePurge(db, id), { state: 'pending', purgedAt: null });
    const both = await findChanges(db, 0);
    t.notOk(
      (await findChangedVersions(db, first, upTo)).some(({ headline }) => headline === id),
      'too new',
    );
    const versions = await findChangedVersions(db, both, both.at(-1)?.n ?? 0);
    t.ok(versions.some(({ headline, version }) => headline === id && version === 2));
    await purged(both.at(-1)?.n ?? 0, 2);
    t.match(await findOutsidePurge(db, id), { state: 'purged' });

    const later = headline({ publishAt: '2999-01-01T00:00:00Z' });
    const scheduled = await publishHeadline(db, kemlu, later, context());
    const all = await findChanges(db, 0);
    const found = await findChangedVersions(db, all, all.at(-1)?.n ?? 0);
    t.notOk(
      found.some(({ headline }) => headline === scheduled.id),
      'an embargo is no version to be told',
    );
    t.equal(await findOutsidePurge(db, scheduled.id), undefined);
  },
);
