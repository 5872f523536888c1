import { MISSION_KINDS, REGIONS } from '@warta/sites';
import fc from 'fast-check';
import t from 'tap';
import { type AudienceRule, audienceRule, type Candidate, judge, ruleHash } from '../src/index.ts';

const COUNTRIES = ['JP', 'EG', 'NO', 'SD', 'CL'];
const LOCALES = ['id', 'en', 'ar', 'ja', 'zh-Hans', 'zh-Hant'];
const GROUPS = ['g20', 'mikta', 'asean-plus-3'];
const SLUGS = ['tokyo', 'cairo', 'oslo', 'khartoum', 'santiago'];

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1, maxLength: 3 });
const maybe = <T>(values: readonly T[]) => fc.option(some(values), { nil: undefined });

const site: fc.Arbitrary<Candidate> = fc.record({
  slug: fc.constantFrom(...SLUGS),
  kind: fc.constantFrom(...MISSION_KINDS),
  region: fc.option(fc.constantFrom(...REGIONS), { nil: null }),
  countries: some(COUNTRIES),
  locales: some(LOCALES),
  groups: fc.subarray([...GROUPS]),
});

const lists = fc.record({
  regions: maybe(REGIONS),
  kinds: maybe(MISSION_KINDS),
  countries: maybe(COUNTRIES),
  locales: maybe(LOCALES),
  groups: maybe(GROUPS),
  sites: maybe(SLUGS),
  except: maybe(SLUGS),
});
const rule: fc.Arbitrary<AudienceRule> = fc
  .oneof(
    lists,
    maybe(SLUGS).map((except) => ({ all: true as const, except })),
  )
  .filter((value) => audienceRule.safeParse(value).success) as fc.Arbitrary<AudienceRule>;

/** The rule of the design, said again in sets: (regions ∩ kinds ∩ countries ∩ locales) ∪ groups ∪ sites, minus except; or all. */
function expected(value: AudienceRule, candidate: Candidate): boolean {
  const meets = (list: readonly string[] | undefined, own: readonly (string | null)[]) =>
    list === undefined || list.some((wanted) => own.includes(wanted));
  const bases = candidate.locales.map((locale) => locale.split('-')[0] as string);
  const filtered = Boolean(value.regions || value.kinds || value.countries || value.locales);
  const inFilters =
    filtered &&
    meets(value.regions, [candidate.region]) &&
    meets(value.kinds, [candidate.kind]) &&
    meets(value.countries, candidate.countries) &&
    meets(value.locales, [...candidate.locales, ...bases]);
  const named = value.sites?.includes(candidate.slug) ?? false;
  const grouped = meets(value.groups ?? [], candidate.groups);
  return (value.all === true || inFilters || named || grouped) && !value.except?.includes(candidate.slug);
}

t.test('a rule reaches exactly the missions that its sets hold', async () => {
  fc.assert(
    fc.property(
      rule,
      site,
      (value, candidate) => judge(value, candidate).included === expected(value, candidate),
    ),
    { numRuns: 5000 },
  );
});

t.test('whoever is not reached is told why, and only they', async () => {
  fc.assert(
    fc.property(rule, site, (value, candidate) => {
      const { included, reason } = judge(value, candidate);
      return included === (reason === undefined);
    }),
  );
});

t.test(
  'one more list never reaches more, one more site never fewer, one more exception never more',
  async () => {
    fc.assert(
      fc.property(rule, site, some(REGIONS), fc.constantFrom(...SLUGS), (value, candidate, regions, slug) => {
        const before = judge(value, candidate).included;
        const excepted = judge({ ...value, except: [...(value.except ?? []), slug] }, candidate).included;
        if (excepted && !before) return false;
        if (value.all) return true;
        if (before && !judge({ ...value, sites: [...(value.sites ?? []), slug] }, candidate).included)
          return false;
        const filtered = Boolean(value.kinds || value.countries || value.locales);
        return (
          !filtered ||
          value.regions !== undefined ||
          before ||
          !judge({ ...value, regions }, candidate).included
        );
      }),
    );
  },
);

t.test('rules that mean the same share one audience, others do not', async (t) => {
  fc.assert(
    fc.property(rule, (value) => {
      const shuffled = Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, list]) => [name, Array.isArray(list) ? [...list, ...list].reverse() : list]),
      ) as AudienceRule;
      return ruleHash(value) === ruleHash(shuffled);
    }),
  );
  t.not(ruleHash({ sites: ['tokyo'] }), ruleHash({ sites: ['cairo'] }));
  t.not(ruleHash({ sites: ['tokyo'] }), ruleHash({ except: ['tokyo'], all: true }));
});

t.test('an audience of nobody, or of all and some, is refused', async (t) => {
  const wrong = (value: unknown) => audienceRule.safeParse(value).error?.issues[0]?.message ?? 'taken';
  t.match(wrong({}), 'is for nobody');
  t.match(wrong({ except: ['tokyo'] }), 'is for nobody');
  t.match(wrong({ all: true, regions: ['europe'] }), 'take one');
  t.match(wrong({ all: false }), /true/);
  t.match(wrong({ sites: [] }), 'is empty');
  t.match(wrong({ regions: ['mars'] }), 'is not a region');
  t.match(wrong({ planets: ['mars'] }), 'planets');
});
