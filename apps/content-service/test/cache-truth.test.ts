import { SecretBox } from '@warta/accounts';
import { currentGeneration } from '@warta/changes';
import { loadThemes } from '@warta/rendering';
import fc from 'fast-check';
import t from 'tap';
import { AlertBoard } from '../src/alerts/board.ts';
import { buildApp } from '../src/app.ts';
import { LocalLists } from '../src/pages/local-lists.ts';
import { PageCache } from '../src/pages/page-cache.ts';
import { Reconciler } from '../src/reconcile.ts';
import { HOST, type MISSIONS, type TestService, testService } from './support.ts';

const SITES = ['tokyo', 'cairo', 'oslo', 'lima'];
const PATHS = ['kemlu', 'suva', ...SITES]
  .flatMap((site) => [`/${site}/`, `/${site}/en/headlines`, `/${site}/feed.xml`, `/${site}/en/contact`])
  .concat(
    SITES.flatMap((site) => [
      `/${site}/en/first`,
      `/${site}/en/archive`,
      `/${site}/en/events`,
      `/${site}/en/opportunities`,
      `/${site}/en/category/trade`,
      `/${site}/en/tag/film`,
    ]),
  )
  .concat('/events', '/events.ics')
  .concat('/en/help', '/en/feed.json', '/network/feed.xml', '/tokyo/en/category/culture/rss.xml')
  .concat('/sitemap.xml', '/kemlu/sitemap.xml', '/tokyo/sitemap.xml', '/news-sitemap.xml');
const missions: typeof MISSIONS = [
  ['tokyo', { country: 'JP', region: 'asia-pacific' }],
  ['cairo', { country: 'EG', region: 'middle-east' }],
  ['oslo', { country: 'NO', region: 'europe' }],
  ['lima', { country: 'PE', region: 'latin-america-caribbean' }],
  ['suva', { country: 'FJ' }],
  ['quito', { country: 'EC' }],
];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const audience = fc.oneof(
  fc.constant({ all: true }),
  some(SITES).map((sites) => ({ sites })),
  some(['JP', 'EG', 'NO', 'PE']).map((countries) => ({ countries })),
  fc.constantFrom(...SITES).map((site) => ({ all: true, except: [site] })),
);
const obligation = fc.constantFrom('mandatory', 'recommended', 'optional');
const site = fc.constantFrom(...SITES);
const anySite = fc.constantFrom('kemlu', ...SITES);
const emergency = fc.boolean();
const nth = fc.nat({ max: 5 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('push' as const), audience, obligation, pinned: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('correct' as const), nth, audience, obligation }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recall' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('overlay' as const), nth, site, taken: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      site,
      kind: fc.constantFrom('article', 'event', 'opportunity'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('accredit' as const), site, countries: some(['JP', 'EG', 'CL']) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), site, by: site }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('contact' as const), site: anySite, emergency }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('holiday' as const), site: anySite }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('menu' as const), site: anySite }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** So that they are to come. */
const DETAILS: Record<string, object> = {
  event: { start: '2999-01-01T10:00:00Z' },
  opportunity: { type: 'job', until: '2999-01-01T10:00:00Z' },
};

/** So that it is in archives. */
const SORTED = { category: 'trade', tags: ['film'] };

/** With hours, so that the clock they are told by is said. */
const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su', 'holiday'];
const allDay = { kind: 'weekly', periods: [{ days, opens: '00:00', closes: '24:00' }] };
const way = { kind: 'email', hours: allDay };

/** Carries out one step over the API; those that are not possible just then are refused, which is fine too. */
async function carryOut(service: TestService, ids: string[], s: Step, i: number): Promise<void> {
  const { call } = service;
  const words = [{ locale: 'en', title: `Words ${i}`, body: 'x' }];
  const id = 'nth' in s ? ids[s.nth] : undefined;
  if (s.do === 'push') {
    const pinnedUntil = s.pinned ? { pinnedUntil: '2999-01-01T00:00:00Z' } : {};
    const { audience, obligation } = s;
    const made = await call('POST', '/headlines', {
      translations: words,
      audience,
      obligation,
      ...SORTED,
      ...pinnedUntil,
    });
    if (made.status === 201) ids.unshift(made.json().id);
  } else if (s.do === 'correct' && id) {
    const { version } = (await call('GET', `/headlines/${id}`)).json();
    const { audience, obligation } = s;
    await call(
      'PUT',
      `/headlines/${id}`,
      { translations: words, audience, obligation },
      { 'if-match': `"${version}"` },
    );
  } else if (s.do === 'recall' && id) {
    await call('POST', `/headlines/${id}/recall`, { reason: 'x' });
  } else if (s.do === 'overlay' && id) {
    const overlay = s.taken ? { taken: true } : { hidden: true };
    await call('PUT', `/sites/${s.site}/headlines/${id}/overlay`, overlay);
  } else if (s.do === 'post') {
    await call('POST', `/sites/${s.site}/posts`, {
      locale: 'en',
      title: `Local ${i}`,
      body: 'x',
      kind: s.kind,
      details: DETAILS[s.kind],
      ...SORTED,
    });
  } else if (s.do === 'accredit') {
    await call('PATCH', `/sites/${s.site}`, { accreditedTo: s.countries });
  } else if (s.do === 'close') {
    await call('PATCH', `/sites/${s.site}`, { status: 'closed', servedBy: [s.by] });
  } else if (s.do === 'contact') {
    const purpose = s.emergency ? 'emergency' : 'visas';
    await put(service, s.site, 'contacts', [{ ...way, purpose, value: `m${i}@contact.example` }]);
  } else if (s.do === 'holiday') {
    await put(service, s.site, 'holidays', [{ date: '2999-01-01', name: { en: `Holiday ${i}` } }]);
  } else if (s.do === 'menu') {
    const menu = [{ label: { en: `Link ${i}` }, address: '/missions' }];
    await call('PATCH', `/sites/${s.site}`, { menu, city: `City ${i}` });
  }
}

async function put({ call }: TestService, site: string, what: string, value: unknown): Promise<void> {
  const { headers } = await call('GET', `/sites/${site}/${what}`);
  await call('PUT', `/sites/${site}/${what}`, value, { 'if-match': String(headers.etag) });
}

t.test('after whatever was done, a cached page is the page as it would be made anew', async (t) => {
  const service = await testService(t, missions);
  const { database, config, read } = service;
  const themes = loadThemes(`${import.meta.dirname}/../../../themes`);
  const anew = async () => {
    const generation = await currentGeneration(database.db);
    const cache = new PageCache(generation, 1e7);
    const locals = new LocalLists(generation);
    const mail = { mailIsOn: false, sendMail: async () => 'off' as const };
    const board = new AlertBoard();
    const reconciler = new Reconciler({ database, node: () => 'test', compares: false });
    const box = new SecretBox(Buffer.alloc(32));
    const app = await buildApp({ config, database, themes, cache, locals, board, reconciler, mail, box });
    const bodies: string[] = [];
    for (const url of PATHS) bodies.push((await app.inject({ url, headers: { host: HOST } })).body);
    await app.close();
    return bodies;
  };
  for (const site of SITES) {
    const first = { locale: 'en', title: 'First', body: 'x', ...SORTED };
    await service.call('POST', `/sites/${site}/posts`, first);
  }
  const ids: string[] = [];
  const steps = fc.sample(step, { numRuns: 75, seed: 20261121 });
  for (const [i, s] of steps.entries()) {
    await carryOut(service, ids, s, i);
    const cached: string[] = [];
    for (const path of PATHS) cached.push((await read(path)).body);
    const fresh = await anew();
    const stale = PATHS.filter((_, n) => cached[n] !== fresh[n]);
    t.same(stale, [], `${i}: ${JSON.stringify(s)}`);
  }
  t.ok(ids.length > 10, 'and much was done');
});
