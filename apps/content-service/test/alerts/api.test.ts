import { sql } from 'kysely';
import t from 'tap';
import { headline, until } from '../support.ts';
import { callerAs, quake, service } from './callers.ts';

t.test('a head of site drafts, the desk releases, and the world reads it; then it is over', async (t) => {
  const test = await service(t);
  const head = await callerAs(test, 'head-of-site', 'tokyo');
  const desk = await callerAs(test, 'pr-desk');
  const other = await callerAs(test, 'head-of-site', 'cairo');
  t.match((await head.call('POST', '', { ...quake, area: { countries: ['EG'] } })).json(), {
    status: 422,
    errors: [{ field: 'area.countries.0' }],
  });
  t.equal(
    (await head.call('POST', '', { ...quake, area: { countries: ['JP'], sites: ['tokyo'] } })).status,
    422,
  );
  const drafted = await head.call('POST', '', quake);
  t.equal(drafted.status, 201);
  t.equal(drafted.headers.etag, '"1"');
  const { id, number } = drafted.json();
  t.equal(number, 1);
  const data = async (path: string) => (await test.read(path)).json();
  t.same(await data('/alerts.json'), { alerts: [] }, 'nobody else hears of a draft');
  t.equal((await test.read('/alerts/1.cap.xml')).status, 404);
  t.equal((await other.call('GET', `/${id}`)).status, 404, 'nor does a mission that it is not for');
  t.equal((await other.call('POST', `/${id}/release`, {}, 1)).status, 403);

  const link = await head.call('POST', `/${id}/links`, undefined, 1);
  t.equal(link.status, 201);
  t.equal((await desk.call('POST', `/${id}/release`, {})).status, 428, 'a release says of which version');
  t.equal((await desk.call('POST', `/${id}/release`, {}, 7)).status, 412);
  const body = { link: link.json().secret };
  const released = await desk.call('POST', `/${id}/release`, body, 1);
  t.match(released.json(), { state: 'standing', confirmed: true, sites: ['tokyo'], draft: null });
  t.equal((await desk.call('POST', `/${id}/release`, body, 1)).status, 409, 'once');

  const list = await test.read('/alerts.json', { origin: 'https://app.example' });
  t.equal(list.headers['access-control-allow-origin'], '*');
  t.match(list.json().alerts, [
    {
      ...{ id, number: 1, version: 1, kind: 'hazard', template: 'earthquake', category: 'Geo' },
      ...{ severity: 'Severe', countries: ['JP'], everywhere: false, sites: ['tokyo'] },
      numbersThere: [{ site: 'tokyo', value: '+442079460001' }],
      numbersHome: [{ site: 'kemlu', value: '+442079460002' }],
      url: 'http://warta.test/alerts/1',
      cap: 'http://warta.test/alerts/1.cap.xml',
    },
  ]);
  t.equal(list.json().alerts[0].confirmed, undefined, 'who released it is the desk’s business');
  const etag = String(list.headers.etag);
  t.equal((await test.read('/alerts.json', { 'if-none-match': etag })).status, 304);
  t.equal((await data('/alerts/JP.json')).alerts.length, 1);
  t.same(await data('/alerts/EG.json'), { alerts: [] });
  const cap = await test.read('/alerts/1.cap.xml');
  t.match(cap.headers['content-type'], 'application/cap+xml');
  t.match(cap.body, '<identifier>warta.test-alert-1-1</identifier>');
  t.match((await test.read('/alerts.atom')).body, /<link href="http:\/\/warta.test\/alerts\/1.cap.xml"/);
  t.notMatch((await test.read('/alerts/EG.atom')).body, '<entry>');

  const ended = await head.call('POST', `/${id}/cancellation`, {}, 1);
  t.match(ended.json(), { version: 2, draft: { kind: 'cancel' } });
  t.equal((await head.call('POST', `/${id}/release`, { reason: 'It is over.' }, 2)).status, 403);
  t.equal((await desk.call('POST', `/${id}/release`, {}, 2)).json().state, 'cancelled');
  t.same(await data('/alerts.json'), { alerts: [] });
  t.match(
    (await test.read('/alerts.atom')).body,
    '<category term="cancelled"',
    'the index tells that it ended',
  );
  t.match((await test.read('/alerts/1.cap.xml')).body, '<msgType>Cancel</msgType>');
  const versions = await desk.call('GET', `/${id}/versions`);
  t.match(versions.json(), [{ kind: 'cancel' }, { kind: 'alert', site: 'tokyo', release: { reason: null } }]);
});

t.test('one alone gives a reason; the same call twice is one call; another person confirms', async (t) => {
  const test = await service(t);
  const ani = await callerAs(test, 'pr-desk', undefined, 'Ani');
  const budi = await callerAs(test, 'pr-desk', undefined, 'Budiman');
  const key = { authorization: ani.authorization, 'idempotency-key': 'one' };
  const first = await test.call('POST', '/alerts', quake, key);
  const second = await test.call('POST', '/alerts', quake, key);
  t.equal(second.headers['idempotent-replayed'], 'true');
  t.equal(first.json().id, second.json().id);
  const { id } = first.json();
  t.match((await ani.call('POST', `/${id}/release`, {}, 1)).json(), { errors: [{ field: 'reason' }] });
  const alone = await ani.call('POST', `/${id}/release`, { reason: 'Nobody else is awake.' }, 1);
  t.match(alone.json(), { confirmed: false, standing: { release: { reason: 'Nobody else is awake.' } } });
  t.equal((await ani.call('POST', `/${id}/confirmation`, undefined, 1)).status, 403);
  t.equal((await budi.call('POST', `/${id}/confirmation`, undefined, 1)).json().confirmed, true);
  t.match((await budi.call('POST', '/area', { area: { countries: ['JP'] } })).json(), {
    count: 1,
    included: ['tokyo'],
    excluded: [{ site: 'beijing' }, { site: 'cairo', reason: 'serves EG' }],
  });
  const board = await budi.call('GET', `/${id}/deliveries`);
  t.match(board.json(), { version: 1, total: 1, state: 'standing' });
});

t.test('posts wait and chosen pins are down where an alert stands, and come back with its end', async (t) => {
  const test = await service(t);
  const ani = await callerAs(test, 'pr-desk', undefined, 'Ani');
  const budi = await callerAs(test, 'pr-desk', undefined, 'Budiman');
  const far = '2100-01-01T00:00:00.000Z';
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const pinned = (await test.call('POST', '/headlines', headline({ pinnedUntil: far }))).json();
  const festive = (await test.call('POST', '/headlines', headline())).json();
  const post = { locale: 'id', title: 'Pesta', body: 'Datanglah.', publishAt: soon };
  for (const site of ['tokyo', 'cairo']) {
    await test.call('POST', `/sites/${site}/posts`, post);
    const own = `/sites/${site}/headlines/${festive.id}/overlay`;
    t.equal((await test.call('PUT', own, { pinnedUntil: far }, { 'if-match': '"0"' })).status, 204);
  }
  const state = async () => {
    const { rows } = await sql<{ at: Date; slug: string; own: Date | null; all: Date | null }>`
      select p.publish_at as at, s.slug, v.pinned_until as own,
        (select h.pinned_until from headline h where h.post = ${pinned.id}) as all
      from post p join site s on s.id = p.site join overlay v on v.site = s.id and v.headline = ${festive.id}
      where p.kind = 'article' order by s.slug`.execute(test.database.db);
    const iso = (moment: Date | null) => moment?.toISOString();
    return rows.map(({ at, own, all }) => [iso(at), iso(own), iso(all)]);
  };
  const both = { ...quake, area: { countries: ['EG', 'JP'] } };
  const { id } = (await ani.call('POST', '', both)).json();
  const offered = (await budi.call('GET', `/${id}/pinned`)).json();
  t.match(offered, [{ id: festive.id }, { id: pinned.id }], 'what is pinned there is offered, by whomever');
  const hold = { hold: true, unpin: [pinned.id, festive.id] };
  const { expiresAt } = (await budi.call('POST', `/${id}/release`, hold, 1)).json();
  t.same(await state(), [
    [expiresAt, undefined, undefined],
    [expiresAt, undefined, undefined],
  ]);
  await ani.call('PUT', `/${id}`, quake, 1);
  const update = (await budi.call('POST', `/${id}/release`, {}, 2)).json();
  t.same(
    await state(),
    [
      [soon, far, undefined],
      [update.expiresAt, undefined, undefined],
    ],
    'the mission that the alert is for no more has its own back at once',
  );
  await ani.call('POST', `/${id}/cancellation`, {}, 2);
  await budi.call('POST', `/${id}/release`, {}, 3);
  t.same(await state(), [
    [soon, far, far],
    [soon, far, far],
  ]);

  const again = (await ani.call('POST', '', both)).json();
  await budi.call('POST', `/${again.id}/release`, hold, 1);
  t.equal((await budi.call('DELETE', `/${again.id}/hold`)).status, 204, 'or is let go before');
  t.same(await state(), [
    [soon, far, far],
    [soon, far, far],
  ]);
});

t.test(
  'a drill is in no open data; templates take two people; expiry empties the list by itself',
  async (t) => {
    const test = await service(t);
    const ani = await callerAs(test, 'pr-desk', undefined, 'Ani');
    const budi = await callerAs(test, 'pr-desk', undefined, 'Budiman');
    const drill = (await ani.call('POST', '', { ...quake, practice: true })).json();
    t.match((await budi.call('POST', `/${drill.id}/release`, {}, 1)).json(), { sites: ['latihan'] });
    t.same((await test.read('/alerts.json')).json(), { alerts: [] });
    t.equal((await test.read('/alerts/1.cap.xml')).status, 404);
    t.notMatch((await test.read('/alerts.atom')).body, '<entry>');
    t.notMatch((await test.read('/alerts/1')).body, 'ld+json', 'nor does its page tell machines of it');
    t.same((await ani.call('GET', '')).json(), []);
    t.equal((await ani.call('GET', '?practice=true')).json().length, 1);
    t.notOk(
      (await test.call('GET', '/sites')).json().some(({ slug }: { slug: string }) => slug === 'latihan'),
    );

    t.match((await test.read('/latihan/')).body, '<meta name="robots" content="noindex">');
    t.notMatch((await test.read('/missions')).body, '/latihan/', 'the practice site is on no list');
    const everybody = await test.call('POST', '/headlines', headline());
    t.equal(everybody.json().audience.count, 3, 'and in no audience');

    const put = (who: typeof ani, body: object, version: number) =>
      test.call('PUT', '/alert-templates/heat', body, {
        authorization: who.authorization,
        'if-match': `"${version}"`,
      });
    const approve = (who: typeof ani) =>
      test.call('POST', '/alert-templates/heat/approval', undefined, {
        authorization: who.authorization,
        'if-match': '"1"',
      });
    const texts = [
      { locale: 'id', event: 'Panas', heading: 'Gelombang panas', body: 'Panas.', instruction: '' },
    ];
    const heat = {
      category: 'Met',
      severity: 'Severe',
      urgency: 'Expected',
      certainty: 'Likely',
      hours: 24,
      texts,
    };
    t.equal((await put(ani, heat, 0)).json().approved, null);
    const wanted = { template: 'heat', area: { everywhere: true }, expiry: { hours: 0.25 } };
    t.match((await ani.call('POST', '', wanted)).json(), { errors: [{ field: 'template' }] });
    t.equal((await approve(ani)).status, 409);
    t.equal((await approve(budi)).json().approved, 1);

    const { id } = (await ani.call('POST', '', wanted)).json();
    await budi.call('POST', `/${id}/release`, {}, 1);
    t.equal((await test.read('/alerts.json')).json().alerts.length, 1);
    await test.database.db
      .updateTable('alert')
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where('id', '=', id)
      .execute();
    const after = await until(
      async () => (await test.read('/alerts.json')).json(),
      ({ alerts }) => alerts.length === 0,
    );
    t.same(after, { alerts: [] }, 'the worker announces it');
  },
);
