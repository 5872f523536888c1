import { missionInput } from '@warta/sites/testing';
import {
  correctHeadline,
  correctionInput,
  findDeliveries,
  findHeadline,
  findUnseen,
  openSite,
  publishHeadline,
  recallHeadline,
  saveOverlay,
} from '@warta/sync';
import t from 'tap';
import { actor, context, headline, network } from './support.ts';

t.test('a headline stands on every mission of its audience, is corrected, and is recalled', async (t) => {
  const { db, kemlu, tokyo, cairo, home, at } = await network(t);
  const published = await publishHeadline(db, kemlu, headline(), context());
  t.equal(published.count, 2, 'the ministry itself is not counted');
  t.match(published.slugs, { id: 'imbauan-h1', en: 'advisory-h1' });
  for (const site of [tokyo, cairo]) {
    t.match((await home(site)).headlines, [{ number: 1, version: 1 }]);
    t.match(await at(site, 'en', 'advisory-h1'), { kind: 'post', official: true, html: '<p>Text.</p>\n' });
  }
  t.match((await home(kemlu)).posts, [{ number: 1 }], 'at its origin it is one of its own posts');
  t.equal((await home(kemlu)).headlines.length, 0);

  const words = {
    ...headline(),
    translations: [{ locale: 'en', title: 'Advisory, corrected', body: 'New.' }],
  };
  const corrected = await correctHeadline(
    db,
    published.id,
    1,
    correctionInput.parse({ ...words, note: 'The date was wrong.' }),
    context(),
  );
  t.equal(corrected.version, 2);
  t.match(await at(tokyo, 'en', 'advisory-h1'), {
    kind: 'post',
    html: '<p>New.</p>\n',
    corrected: { note: 'The date was wrong.' },
    entry: { texts: [{ locale: 'en', slug: 'advisory-corrected-h1' }] },
  });
  t.match(await at(tokyo, 'id', 'imbauan-h1'), { kind: 'post', html: null }, 'a language taken out is gone');
  await t.rejects(
    correctHeadline(db, published.id, 1, correctionInput.parse(words), context()),
    { code: 'stale-version' },
    'a second correction of version 1 is refused',
  );

  const recalled = await recallHeadline(db, published.id, { reason: 'Wrong country.' }, context());
  t.equal(recalled.version, 3);
  for (const site of [tokyo, cairo, kemlu]) {
    t.match(await at(site, 'en', 'advisory-corrected-h1'), { kind: 'gone', notice: null });
    const { pinned, headlines, posts } = await home(site);
    t.same([...pinned, ...headlines, ...posts], []);
  }
  await t.rejects(recallHeadline(db, published.id, { reason: 'Again.' }, context()), { code: 'conflict' });
});

t.test(
  'nothing of an embargoed headline can be seen, and a correction before its moment keeps it',
  async (t) => {
    const { db, kemlu, tokyo, home, at } = await network(t);
    const publishAt = new Date(Date.now() + 3_600_000);
    const published = await publishHeadline(
      db,
      kemlu,
      headline({ publishAt: publishAt.toISOString() }),
      context(),
    );
    const unseen = async () => {
      t.equal((await home(tokyo)).headlines.length, 0);
      t.equal((await home(kemlu)).posts.length, 0);
      t.equal(await at(tokyo, 'en', 'advisory-h1'), undefined);
      t.same(await findUnseen(db, 'node-1'), [], 'and nobody goes to look for it');
    };
    await unseen();
    const fresh = (await home(tokyo)).freshForMs ?? 0;
    t.ok(fresh > 3_500_000 && fresh <= 3_600_000, 'the home knows until when it is fresh');
    await correctHeadline(db, published.id, 1, correctionInput.parse(headline()), context());
    await unseen();
    t.match(await findDeliveries(db, published.id), { state: 'scheduled', version: 2, pending: 2 });
    await recallHeadline(db, published.id, { reason: 'Never mind.' }, context());
    t.equal(
      await at(tokyo, 'en', 'advisory-h1'),
      undefined,
      'recalled before its moment: as if it never was',
    );
  },
);

t.test('a correction set for later leaves the old version until its moment', async (t) => {
  const { db, kemlu, tokyo, at } = await network(t);
  const published = await publishHeadline(db, kemlu, headline(), context());
  const later = (ms: number) =>
    correctionInput.parse({
      ...headline(),
      translations: [{ locale: 'en', title: 'Later', body: 'Later.' }],
      publishAt: new Date(Date.now() + ms).toISOString(),
    });
  await correctHeadline(db, published.id, 1, later(3_600_000), context());
  t.match(await at(tokyo, 'en', 'advisory-h1'), { html: '<p>Text.</p>\n', entry: { version: 1 } });
  await db
    .updateTable('headline')
    .set({ next_from: new Date(0) })
    .execute();
  await db
    .updateTable('text')
    .set({ next_from: new Date(0) })
    .execute();
  t.match(await at(tokyo, 'en', 'advisory-h1'), { html: '<p>Later.</p>\n', entry: { version: 2 } });
  t.match(await at(tokyo, 'id', 'imbauan-h1'), { html: null }, 'and the language it leaves out is gone');
});

t.test('obligation decides what a mission shows, and its overlay where it has a choice', async (t) => {
  const { db, kemlu, tokyo, cairo, home, at } = await network(t);
  const optional = await publishHeadline(db, kemlu, headline({ obligation: 'optional' }), context());
  t.equal((await home(tokyo)).headlines.length, 0, 'an optional one is only offered');
  t.equal(await at(tokyo, 'en', 'advisory-h1'), undefined);
  await saveOverlay(db, actor, tokyo, optional.id, { taken: true });
  t.match((await home(tokyo)).headlines, [{ number: 1 }]);
  t.equal((await home(cairo)).headlines.length, 0, 'taking it concerns one site alone');

  const recommended = await publishHeadline(db, kemlu, headline(), context());
  await saveOverlay(db, actor, tokyo, recommended.id, { hidden: true });
  t.match(
    (await home(tokyo)).headlines.map((entry) => entry.number),
    [1],
  );
  t.match(await at(tokyo, 'en', 'advisory-h2'), { kind: 'elsewhere' }, 'its address leads to the ministry');
  await correctHeadline(
    db,
    recommended.id,
    1,
    correctionInput.parse(headline({ obligation: 'mandatory' })),
    context(),
  );
  t.match(
    (await home(tokyo)).headlines.map((entry) => entry.number),
    [2, 1],
    'raised to mandatory, it shows',
  );
  await t.rejects(saveOverlay(db, actor, tokyo, recommended.id, { hidden: true }), { code: 'conflict' });
});

t.test('a correction keeps the obligation, category and tags it does not name', async (t) => {
  const { db, kemlu, tokyo, at } = await network(t);
  const mandatory = { obligation: 'mandatory', category: 'culture', tags: ['a'] };
  const { id } = await publishHeadline(db, kemlu, headline(mandatory), context());
  const { translations, audience } = headline();
  await correctHeadline(db, id, 1, correctionInput.parse({ translations, audience }), context());
  t.match(await findHeadline(db, id), { obligation: 'mandatory', version: 2 });
  t.match(await at(tokyo, 'en', 'advisory-h1'), { entry: { category: 'culture', tags: ['a'] } });
  await correctHeadline(db, id, 2, correctionInput.parse({ translations, audience, tags: [] }), context());
  t.match(await at(tokyo, 'en', 'advisory-h1'), { entry: { category: 'culture', tags: [] } });
});

t.test('a rule keeps standing for a mission that opens later and for one that changes', async (t) => {
  const { db, kemlu, home } = await network(t);
  await publishHeadline(db, kemlu, headline({ audience: { countries: ['EG'] } }), context());
  const khartoum = await openSite(
    db,
    actor,
    missionInput('khartoum', { country: 'SD', accreditedTo: ['EG'], region: 'africa' }),
  );
  t.match((await home(khartoum)).headlines, [{ number: 1 }], 'accreditation counts');
});
