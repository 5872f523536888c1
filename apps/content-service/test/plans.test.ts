import type { Db } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { findSite, MINISTRY_SLUG } from '@warta/sites';
import { headlineInput, publishHeadline } from '@warta/sync';
import { CompiledQuery, sql } from 'kysely';
import t from 'tap';
import { fillNetwork } from '../bench/network.ts';
import { readConfig } from '../src/config.ts';
import { bareApp } from './bare-app.ts';
import { actor, HOST } from './support.ts';

/** Reading more rows than this one after the other is a page's misfortune. */
const FEW = 1000;
const HEADLINES = 25;
const POSTS_A_PAGE = 20;
const PATHS =
  `/ /help /site-00007/ /site-00007/en/ /site-00007/?page=2 /site-00007/id/headlines /site-00007/id/post-3
  /site-00007/id/headline-h5 /site-00007/id/contact /site-00007/id/events /site-00007/id/opportunities
  /site-00007/id/archive /site-00007/id/category/culture /site-00007/feed.xml
  /site-00007/sitemap.xml /site-00007/events.ics`.split(/\s+/);
/** The emergency page lists every mission there is, and reads them all for it. */
const READS_ALL: Record<string, string[]> = { '/help': ['site', 'site_country'] };

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Runs what it is given, and keeps what was asked of the database meanwhile. */
async function asked(db: Db, work: () => Promise<unknown>): Promise<CompiledQuery[]> {
  const executor = db.getExecutor();
  const real = executor.executeQuery;
  const queries: CompiledQuery[] = [];
  executor.executeQuery = function (query, ...rest) {
    queries.push(query);
    return real.call(this, query, ...rest) as never;
  };
  await work();
  executor.executeQuery = real;
  return queries;
}

/** The tables that a query reads from end to end. */
async function scanned(db: Db, query: CompiledQuery): Promise<string[]> {
  const explain = CompiledQuery.raw(`explain (format json) ${query.sql}`, [...query.parameters]);
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Plan }] }>(explain);
  const nodes = rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan));
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? []);
}

type Test = Pick<typeof t, 'teardown' | 'ok' | 'equal' | 'same'>;

/** Reads each page as a node does that has just begun, and looks how the database finds what is asked of it. */
async function holdPlans(t: Test, sites: number, posts: number): Promise<void> {
  const database = await testDatabase(t);
  const { db } = database;
  await fillNetwork(database, sites, posts);
  await sendHeadlines(db);
  await sql`analyze`.execute(db);
  const config = readConfig({ PUBLIC_URL: `http://${HOST}`, LOG_LEVEL: 'fatal' });
  const { app, read } = await bareApp(config, database);
  t.teardown(() => app.close());
  const large = await largeTables(db);
  t.ok(large.has('post') && large.has('revision'));
  const hasPageTwo = posts > POSTS_A_PAGE;
  for (const path of PATHS.filter((path) => hasPageTwo || !path.includes('page='))) {
    let status = 0;
    const queries = await asked(db, async () => {
      status = (await read(path)).status;
    });
    t.equal(status, 200, path);
    for (const query of queries) {
      const tables = (await scanned(db, query)).filter((table) => large.has(table));
      const wrong = tables.filter((table) => !READS_ALL[path]?.includes(table));
      t.same(wrong, [], `${path}: ${query.sql.trim().slice(0, 40)}`);
    }
  }
}

async function sendHeadlines(db: Db): Promise<void> {
  const ministry = await findSite(db, MINISTRY_SLUG);
  if (!ministry) throw new Error('there is no ministry');
  for (let n = 0; n < HEADLINES; n += 1) {
    const translations = [{ locale: 'id', title: 'Headline', body: 'Isi.' }];
    await publishHeadline(db, ministry, headlineInput.parse({ translations, audience: { all: true } }), {
      actor,
      receivedAt: new Date(),
    });
  }
}

async function largeTables(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and reltuples > ${FEW}`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

t.test('134 missions with 200 posts each: every page finds what it shows by an index', (t) =>
  holdPlans(t, 134, 200),
);

const skip = process.env.TEST_DATABASE_URL ? false : 'it takes a PostgreSQL server';
t.test('so it does for 10,000 missions with 20 posts each', { skip }, (t) => holdPlans(t, 10_000, 20));
