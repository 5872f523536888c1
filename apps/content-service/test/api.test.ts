import { testDatabase } from '@warta/database/testing';
import Fastify from 'fastify';
import t from 'tap';
import { enforcePolicy } from '../src/plugins/policy.ts';
import { headline, testService } from './support.ts';

t.test('whoever writes needs a token that may', async (t) => {
  const { call, service, read } = await testService(t);
  const anonymous = { authorization: '' };
  const publish = (headers: object) => call('POST', '/headlines', headline(), headers);
  const refused = await service.app.inject({
    method: 'POST',
    url: '/api/v1/headlines',
    headers: { host: 'warta.test' },
    payload: headline(),
  });
  t.equal(refused.statusCode, 401);
  t.equal(refused.headers['www-authenticate'], 'Bearer');
  t.equal((await publish({ authorization: 'Bearer warta_wrong-wrong-wrong-wrong' })).status, 401);
  t.equal((await publish(anonymous)).status, 401);

  const auditor = (await call('POST', '/tokens', { name: 'an auditor', role: 'auditor' })).json();
  const as = { authorization: `Bearer ${auditor.secret}` };
  t.equal((await publish(as)).status, 403);
  t.equal((await call('POST', '/headlines/preview-audience', { audience: { all: true } }, as)).status, 200);
  t.equal((await call('DELETE', `/tokens/${auditor.id}`)).status, 204);
  t.equal((await call('POST', '/headlines/preview-audience', { audience: { all: true } }, as)).status, 401);
  t.notMatch((await call('GET', '/tokens')).body, auditor.secret, 'a secret is shown once');
  t.equal((await read('/metrics')).status, 401, 'figures are not for the public');
  t.equal((await read('/metrics', as)).status, 401);
});

t.test('a route that declares no permission does not start', async (t) => {
  const app = Fastify();
  enforcePolicy(app, await testDatabase(t));
  t.throws(() => app.get('/undeclared', async () => 'x'), {
    message: /GET \/undeclared declares no permission/,
  });
});

t.test('wrong input is answered with the field and what would be right', async (t) => {
  const { call } = await testService(t);
  const cases: [string, object, string, RegExp][] = [
    [
      '/headlines',
      headline({ audience: { sites: ['tokio'] } }),
      'audience.sites.0',
      /there is no mission tokio/,
    ],
    [
      '/headlines',
      headline({ audience: { regions: ['mars'] } }),
      'audience.regions.0',
      /is not a region; regions are/,
    ],
    [
      '/headlines',
      headline({ audience: { locales: ['xx'] } }),
      'audience.locales.0',
      /no mission writes in xx/,
    ],
    [
      '/headlines',
      headline({ audience: { countries: ['ZZ'] } }),
      'audience.countries.0',
      /no mission serves ZZ/,
    ],
    ['/headlines', headline({ audience: {} }), 'audience', /is for nobody/],
    ['/headlines', headline({ audience: { all: true, sites: ['tokyo'] } }), 'audience', /take one/],
    [
      '/headlines',
      headline({ audience: { all: true, except: ['tokyo', 'cairo', 'beijing'] } }),
      'audience',
      /no mission/,
    ],
    ['/headlines', headline({ audience: { everyone: true } }), 'audience', /everyone/],
    ['/headlines', headline({ translations: [] }), 'translations', /at least one language/],
    ['/headlines', headline({ publishAt: '2026-11-21T08:00:00' }), 'publishAt', /with an offset/],
    ['/headlines', headline({ obligation: 'perhaps' }), 'obligation', /mandatory/],
    [
      '/headlines',
      headline({ translations: [{ locale: 'id', title: 'x', body: '>'.repeat(5000) }] }),
      'translations.0.body',
      /nested/,
    ],
    ['/sites/tokyo/posts', { locale: 'ar', title: 'x', body: 'x' }, 'locale', /writes in id, en, ja/],
    ['/sites/tokyo/posts', { locale: 'id', title: 'x', body: 'x', slug: 'x-h1' }, 'slug', /headline/],
    ['/sites/tokyo/posts', { locale: 'id', title: 'x', body: 'x', slug: 'headlines' }, 'slug', /reserved/],
    ['/sites/tokyo/posts', { locale: 'id', title: '', body: 'x' }, 'title', /empty/],
    ['/sites', { slug: 'desk' }, 'slug', /reserved/],
  ];
  for (const [path, body, field, message] of cases) {
    const answer = await call('POST', path, body);
    t.equal(answer.status, 422, `${path} ${field}`);
    t.match(answer.headers['content-type'], 'application/problem+json');
    const { errors } = answer.json();
    const error = errors.find((one: { field: string }) => one.field === field) ?? errors[0];
    t.match(error, { field, message });
  }
  t.same((await call('GET', '/headlines')).json(), [], 'and nothing was published');
  t.equal((await call('GET', '/sites/nowhere')).status, 404);
  t.equal((await call('GET', '/headlines/not-an-id')).status, 422);
  t.equal(
    (await call('POST', '/sites/tokyo/posts', 'not json', { 'content-type': 'application/json' })).status,
    400,
  );
  t.equal(
    (await call('POST', '/sites/tokyo/posts', { locale: 'id', title: 'x', body: 'x'.repeat(1_000_001) }))
      .status,
    413,
  );
});

t.test('the same request sent again with its key takes effect once', async (t) => {
  const { call } = await testService(t);
  const key = { 'idempotency-key': 'k-1' };
  const first = await call('POST', '/headlines', headline(), key);
  const again = await call('POST', '/headlines', headline(), key);
  t.equal(again.status, 201);
  t.equal(again.json().id, first.json().id);
  t.equal(again.headers['idempotent-replayed'], 'true');
  t.equal((await call('GET', '/headlines')).json().length, 1);
  t.equal((await call('POST', '/headlines', headline({ obligation: 'optional' }), key)).status, 422);
  const both = await Promise.all(
    [1, 2].map(() => call('POST', '/headlines', headline(), { 'idempotency-key': 'k-2' })),
  );
  const statuses = both.map((answer) => answer.status).sort();
  t.ok(
    statuses[0] === 201 && [201, 409].includes(statuses[1] ?? 0),
    'of two at once one may be told to wait',
  );
  t.equal((await call('GET', '/headlines')).json().length, 2);
});

t.test('a dry run says who is reached, who is not, and why', async (t) => {
  const { call } = await testService(t);
  const preview = await call('POST', '/headlines/preview-audience', {
    audience: { regions: ['asia-pacific'], except: ['beijing'] },
  });
  t.same(preview.json(), {
    count: 1,
    included: ['tokyo'],
    excluded: [
      { site: 'beijing', reason: 'is excepted' },
      { site: 'cairo', reason: 'region is middle-east' },
    ],
  });
});

t.test('without a token only what readers can see is told', async (t) => {
  const { call, service } = await testService(t);
  const live = (await call('POST', '/headlines', headline())).json();
  const embargoed = (
    await call('POST', '/headlines', headline({ publishAt: '2999-01-01T00:00:00Z' }))
  ).json();
  const recalled = (await call('POST', '/headlines', headline())).json();
  await call('POST', `/headlines/${recalled.id}/recall`, { reason: 'Rahasia.' });
  const open = (path: string) =>
    service.app.inject({ url: `/api/v1${path}`, headers: { host: 'warta.test' } });
  t.same(
    (await open('/headlines')).json().map((one: { id: string }) => one.id),
    [live.id],
  );
  t.equal((await open(`/headlines/${live.id}`)).statusCode, 200);
  const later = {
    ...headline({ translations: [{ locale: 'en', title: 'Nothing of this yet', body: 'Later.' }] }),
    publishAt: '2999-01-01T00:00:00Z',
  };
  t.equal((await call('PUT', `/headlines/${live.id}`, later, { 'if-match': '"1"' })).status, 200);
  for (const path of ['/headlines', `/headlines/${live.id}`]) {
    t.notMatch((await open(path)).body, /Nothing of this yet|2999/, 'nor a correction before its moment');
  }
  t.match((await open(`/headlines/${live.id}`)).json(), {
    version: 1,
    translations: [{ title: 'Advisory for citizens' }, {}],
  });
  t.match((await call('GET', `/headlines/${live.id}`)).json(), { version: 2, standingVersion: 1 });
  t.equal((await open(`/headlines/${embargoed.id}`)).statusCode, 404);
  t.equal((await open(`/headlines/${recalled.id}`)).statusCode, 404);
  t.equal((await open(`/headlines/${live.id}/deliveries`)).statusCode, 401);
  t.equal((await call('GET', '/headlines')).json().length, 3);
  t.match((await call('GET', `/headlines/${recalled.id}`)).json().versions[0], {
    kind: 'recall',
    reason: 'Rahasia.',
  });
});

t.test('sites are opened and changed over the API, and each change is in the audit log', async (t) => {
  const { call, read, database } = await testService(t);
  await call('POST', '/headlines', headline());
  const oslo = {
    slug: 'oslo',
    kind: 'embassy',
    name: { id: 'KBRI Oslo', en: 'Embassy in Oslo' },
    city: 'Oslo',
    country: 'NO',
    region: 'europe',
    timezone: 'Europe/Oslo',
    locales: ['id', 'en', 'nb'],
  };
  t.equal((await call('POST', '/sites', oslo)).status, 201);
  t.match((await read('/oslo/')).body, 'Imbauan bagi WNI', 'a new site has what still stands for it');
  t.equal((await call('POST', '/sites', oslo)).status, 409);
  t.match((await read('/missions?q=oslo')).body, 'KBRI Oslo');
  const closed = { status: 'closed', servedBy: ['tokyo'], statusNote: { id: 'Kedutaan pindah.' } };
  t.match((await call('PATCH', '/sites/oslo', closed)).json(), {
    status: 'closed',
    servedBy: ['tokyo'],
    version: 2,
  });
  const home = await read('/oslo/');
  t.match(home.body, 'Kedutaan pindah.');
  t.match(home.body, '<a href="/tokyo/">KBRI Tokyo</a>', 'its header says who serves instead');
  t.equal((await call('PATCH', '/sites/oslo', { theme: 'base' })).status, 200);
  t.match((await read('/oslo/')).body, /assets\/base\//, 'the site has the theme it picked');
  t.match((await call('PATCH', '/sites/oslo', { theme: 'none' })).json().errors, [{ field: 'theme' }]);
  t.match((await call('PATCH', '/sites/oslo', { accent: 'red' })).json().errors, [{ field: 'accent' }]);
  t.equal((await call('PATCH', '/sites/oslo', { accent: '#00ff00' }, { 'if-match': '"1"' })).status, 412);
  const log = await database.db
    .selectFrom('audit')
    .selectAll()
    .where('subject', '=', 'site:oslo')
    .orderBy('at')
    .execute();
  t.match(log, [
    { action: 'site.create', actor: 'token:tester', source: '127.0.0.1' },
    { action: 'site.update', before: { status: 'open' }, after: { status: 'closed' } },
    { action: 'site.update', before: { theme: 'nusantara' }, after: { theme: 'base' } },
  ]);
});

t.test('the API describes itself', async (t) => {
  const { read } = await testService(t, []);
  const { paths } = (await read('/api/openapi.json')).json();
  t.hasProps(paths, ['/api/v1/headlines', '/api/v1/headlines/{id}/deliveries', '/api/v1/sites/{site}/posts']);
  const { requestBody } = paths['/api/v1/headlines'].post;
  t.hasProps(requestBody.content['application/json'].schema.properties, [
    'translations',
    'audience',
    'pinnedUntil',
  ]);
});
