import assert from 'node:assert/strict';
import type { Db } from '@warta/database';
import type { Site } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import {
  type AudienceRule,
  changeSite,
  correctHeadline,
  correctionInput,
  OBLIGATIONS,
  type Obligation,
  openSite,
  publishHeadline,
  recallHeadline,
  restoreHeadline,
  saveOverlay,
} from '@warta/sync';
import fc from 'fast-check';
import { sql } from 'kysely';
import t from 'tap';
import { findHeadlineList } from '../src/index.ts';
import { actor, context, headline, network } from './support.ts';

const SITES = ['tokyo', 'cairo', 'santiago'] as const;
type Slug = (typeof SITES)[number];
const HOSTS: Record<Slug, string> = { tokyo: 'JP', cairo: 'EG', santiago: 'CL' };
const COUNTRIES = Object.values(HOSTS);
const LATER = new Date('2999-01-01T00:00:00Z');
const LATER_STILL = '3000-01-01T00:00:00Z';

/** What the rules say of a headline and of what a mission did with it, as somebody would tell it. */
interface Told {
  id: string;
  rule: AudienceRule;
  obligation: Obligation;
  embargoed: boolean;
  pinned: boolean;
  recalled: boolean;
  version: number;
  taken: Set<Slug>;
  hidden: Set<Slug>;
  pinnedAt: Set<Slug>;
}
type Accredited = Record<Slug, readonly string[]>;

const isFor = ({ rule }: Told, site: Slug, accredited: Accredited): boolean => {
  if (rule.except?.includes(site)) return false;
  const serves = [HOSTS[site], ...accredited[site]];
  return Boolean(
    rule.all || rule.sites?.includes(site) || rule.countries?.some((country) => serves.includes(country)),
  );
};

type Found = 'nothing' | 'gone' | 'elsewhere' | 'post';

function mustFind(told: Told, site: Slug, accredited: Accredited): Found {
  if (!isFor(told, site, accredited) || told.embargoed) return 'nothing';
  if (told.recalled) return 'gone';
  if (told.obligation === 'recommended' && told.hidden.has(site)) return 'elsewhere';
  return told.obligation !== 'optional' || told.taken.has(site) ? 'post' : 'nothing';
}

function mustShow(all: readonly Told[], site: Slug, accredited: Accredited) {
  const shown = all.filter((told) => mustFind(told, site, accredited) === 'post').reverse();
  const official = shown.filter(({ pinned }) => pinned);
  const own = shown.filter(({ pinned, pinnedAt }) => !pinned && pinnedAt.has(site));
  const pinned = [...official, ...own].slice(0, 5);
  const others = shown.filter((told) => !pinned.includes(told));
  const ids = (list: readonly Told[]) => list.map(({ id }) => id);
  return {
    pinned: ids(pinned),
    headlines: ids(others.slice(0, 5)),
    more: others.length > 5,
    list: ids(shown),
  };
}

const some = <T>(items: readonly T[]) => fc.uniqueArray(fc.constantFrom(...items), { minLength: 1 });
const rule: fc.Arbitrary<AudienceRule> = fc.oneof(
  fc.constant({ all: true as const }),
  some(SITES).map((sites) => ({ sites })),
  some(COUNTRIES).map((countries) => ({ countries })),
  fc.record({ countries: some(COUNTRIES), except: some(SITES) }),
);
const nth = fc.nat({ max: 9 });
const site = fc.constantFrom(...SITES);
const obligation = fc.constantFrom(...OBLIGATIONS);
const push = fc.record({
  do: fc.constant('push' as const),
  rule,
  obligation,
  embargoed: fc.nat({ max: 4 }).map((n) => n === 0),
  pinned: fc.nat({ max: 3 }).map((n) => n === 0),
});
const step = fc.oneof(
  { weight: 5, arbitrary: push },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct' as const), nth, obligation }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('recall' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), nth }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('taken', 'hidden', 'pin'),
      nth,
      site,
      on: fc.nat({ max: 3 }).map((n) => n > 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('accredit' as const), site, to: some(COUNTRIES) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Push = typeof push extends fc.Arbitrary<infer P> ? P : never;

/** Each history begins with nothing sent, which a trigger forbids otherwise; the owner of a table may lift it. */
const forgetAll = (db: Db) =>
  db.transaction().execute(async (trx) => {
    await sql`alter table revision disable trigger user`.execute(trx);
    await sql`truncate post, audience cascade`.execute(trx);
    await sql`alter table revision enable trigger user`.execute(trx);
  });

t.test(
  'whatever the ministry and the missions do, readers find what the rules say and nothing else',
  async (t) => {
    const net = await network(t);
    const { db, kemlu, home, at } = net;
    const santiago = await openSite(
      db,
      actor,
      missionInput('santiago', { country: 'CL', region: 'latin-america-caribbean' }),
    );
    const sites: Record<Slug, Site> = { tokyo: net.tokyo, cairo: net.cairo, santiago };

    async function carryOut(all: Told[], accredited: Accredited, s: Step): Promise<void> {
      const told = 'nth' in s ? all[s.nth] : undefined;
      if (s.do === 'push') await pushOne(all, accredited, s);
      else if (s.do === 'accredit') {
        const accreditedTo = s.to.filter((country) => country !== HOSTS[s.site]);
        await changeSite(db, actor, s.site, { accreditedTo });
        accredited[s.site] = accreditedTo;
      } else if (!told) return;
      else if (s.do === 'recall') {
        const done = recallHeadline(db, told.id, { reason: 'x' }, context());
        if (told.recalled) return void (await assert.rejects(done, { code: 'conflict' }));
        await done;
        Object.assign(told, { recalled: true, version: told.version + 1 });
      } else if (s.do === 'restore') {
        const done = restoreHeadline(db, told.id, context());
        if (!told.recalled) return void (await assert.rejects(done, { code: 'conflict' }));
        await done;
        Object.assign(told, { recalled: false, version: told.version + 1 });
      } else if (s.do === 'correct') await correctOne(told, s.obligation, accredited);
      else await adapt(told, accredited, s);
    }

    async function pushOne(all: Told[], accredited: Accredited, s: Push) {
      const { do: _, ...kept } = s;
      const told: Told = {
        ...{ ...kept, id: '', recalled: false, version: 1 },
        ...{ taken: new Set(), hidden: new Set(), pinnedAt: new Set() },
      };
      const done = publishHeadline(db, kemlu, headline(rawOf(told)), context());
      if (!SITES.some((each) => isFor(told, each, accredited)))
        return void (await assert.rejects(done, { code: 'invalid' }));
      told.id = (await done).id;
      all.push(told);
    }

    async function correctOne(told: Told, to: Obligation, accredited: Accredited) {
      const { publishAt: _, ...kept } = rawOf(told);
      const { translations } = headline();
      const input = correctionInput.parse({ translations, ...kept, obligation: to });
      const done = correctHeadline(db, told.id, told.version, input, context());
      if (!SITES.some((each) => isFor(told, each, accredited)))
        return void (await assert.rejects(done, { code: 'invalid' }));
      await done;
      Object.assign(told, { obligation: to, recalled: false, version: told.version + 1 });
    }

    async function adapt(told: Told, accredited: Accredited, s: { do: string; site: Slug; on: boolean }) {
      const input = s.do === 'pin' ? { pinnedUntil: s.on ? LATER : null } : { [s.do]: s.on };
      const done = saveOverlay(db, actor, sites[s.site], told.id, input);
      if (!isFor(told, s.site, accredited)) return void (await assert.rejects(done, { code: 'not-found' }));
      const choice = { taken: 'optional', hidden: 'recommended' }[s.do];
      if (told.recalled || (choice && choice !== told.obligation)) {
        return void (await assert.rejects(done, { code: 'conflict' }));
      }
      await done;
      const set = { taken: told.taken, hidden: told.hidden, pin: told.pinnedAt }[s.do] as Set<Slug>;
      if (s.on) set.add(s.site);
      else set.delete(s.site);
    }

    async function compare(all: readonly Told[], accredited: Accredited): Promise<void> {
      for (const slug of SITES) {
        const { pinned, headlines, moreHeadlines } = await home(sites[slug]);
        const { headlines: list } = await findHeadlineList(db, sites[slug].id, 1);
        const ids = (entries: readonly { post: string }[]) => entries.map(({ post }) => post);
        const seen = { pinned: ids(pinned), headlines: ids(headlines), more: moreHeadlines, list: ids(list) };
        const wanted = mustShow(all, slug, accredited);
        assert.deepEqual(seen, wanted, `the lists of ${slug}`);
        for (const told of all) {
          const found = (await at(sites[slug], 'en', await addressOf(told.id)))?.kind ?? 'nothing';
          const must = mustFind(told, slug, accredited);
          assert.equal(found, must, `the address on ${slug} of ${JSON.stringify(told)}`);
        }
      }
    }

    async function addressOf(id: string): Promise<string> {
      const row = await db
        .selectFrom('headline')
        .select('number')
        .where('post', '=', id)
        .executeTakeFirstOrThrow();
      return `advisory-h${row.number.toString(32).replace(/^(?=\D)/, '0')}`;
    }

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
        await forgetAll(db);
        for (const slug of SITES) await changeSite(db, actor, slug, { accreditedTo: [] });
        const all: Told[] = [];
        const accredited: Accredited = { tokyo: [], cairo: [], santiago: [] };
        for (const each of steps) await carryOut(all, accredited, each);
        await compare(all, accredited);
      }),
      { numRuns: 20 },
    );
    t.pass('20 histories');
  },
);

/** What is sent of a headline. */
function rawOf({ rule: audience, obligation: to, embargoed, pinned }: Told) {
  return {
    audience,
    obligation: to,
    publishAt: embargoed ? LATER.toISOString() : undefined,
    pinnedUntil: pinned ? LATER_STILL : undefined,
  };
}
