import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '@warta/accounts';
import { ensureTemplates } from '@warta/alerts';
import type { Db } from '@warta/database';
import { type Database, migrate, openDatabase } from '@warta/database';
import { createDatabaseOn } from '@warta/database/testing';
import { indexMissing, learnWords } from '@warta/posts';
import { sql } from 'kysely';
import { readConfig } from '../src/config.ts';
import { openMinistry } from '../src/open-ministry.ts';
import { type Service, startService } from '../src/service.ts';
import { type Running, startProcess } from '../test/process.ts';
import { residentMbOf } from './table/process-use.ts';

const actor = { name: 'bench', source: 'bench' };
const SITES_AT_ONCE = 500;
const LEARNED_AT_ONCE = 500;

export interface Network {
  database: Database;
  service: Service;
  token: string;
  sites: number;
  /** How many web nodes must see everything. */
  nodes: number;
  /** What each node's process holds in memory; this one has the embedded database in it, where that is used. */
  rssMb(): number[];
  close(): Promise<void>;
}

/**
 * A service on a new database with this many missions, each with this many posts; with a PostgreSQL server at
 * TEST_DATABASE_URL, on a database there, with a second web node.
 */
export async function startNetwork(sites: number, posts: number): Promise<Network> {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-bench-'));
  const server = process.env.TEST_DATABASE_URL;
  const made = server ? await createDatabaseOn(server) : undefined;
  const database = await openDatabase({ dataDir, databaseUrl: made?.url });
  const token = await fillNetwork(database, sites, posts);
  await indexAll(database.db);
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    PUBLIC_URL: 'http://bench.test',
    LOG_LEVEL: 'error',
  });
  const service = await startService(config, database);
  const second = made && (await startSecond(made.url, dataDir));
  return {
    database,
    service,
    token,
    sites,
    nodes: second ? 2 : 1,
    rssMb: () => [process.pid, ...(second?.process.pid ? [second.process.pid] : [])].map(residentMbOf),
    async close() {
      await second?.kill('SIGTERM');
      await service.close();
      await database.close();
      await made?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What is measured is not to share its time with the index of what was there before. */
async function indexAll(db: Db): Promise<void> {
  let after: string | undefined = await indexMissing(db, undefined);
  while (after) after = await indexMissing(db, after);
  while ((await learnWords(db, LEARNED_AT_ONCE)) > 0);
}

/** Another web node, in a process of its own as in production. */
async function startSecond(databaseUrl: string, dataDir: string): Promise<Running> {
  const settings = { DATABASE_URL: databaseUrl, ROLE: 'web', DEMO: 'false', PUBLIC_URL: 'http://bench.test' };
  return startProcess(settings, join(dataDir, 'second'));
}

/** Makes the ministry, missions and posts in an empty database, and an operator's token. */
export async function fillNetwork(database: Database, sites: number, posts: number): Promise<string> {
  const { db } = database;
  await migrate(db);
  await openMinistry(database, actor);
  await ensureTemplates(db, actor);
  await addSites(db, sites);
  await addPosts(db, posts);
  const made = await db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'bench', role: 'operator' }));
  return made.secret;
}

async function addSites(db: Db, count: number): Promise<void> {
  await sql`
    insert into site (id, slug, kind, name, full_name, city, country, region, timezone, locales)
    select gen_random_uuid(), 'site-' || lpad(i::text, 5, '0'), 'embassy',
      jsonb_build_object('id', 'KBRI ' || i, 'en', 'Embassy ' || i), '{}', 'City ' || i,
      chr(65 + i % 26) || chr(65 + i / 26 % 26),
      (array['africa', 'europe', 'asia-pacific', 'middle-east'])[1 + i % 4], 'Asia/Jakarta', array['id', 'en']
    from generate_series(1, ${count}) i`.execute(db);
  await sql`insert into site_country (site, country, role)
    select id, country, 'host' from site on conflict do nothing`.execute(db);
  await sql`analyze site, site_country`.execute(db);
}

/** Local posts, one language each, straight into the tables. */
async function addPosts(db: Db, each: number): Promise<void> {
  if (each === 0) return;
  const sites = await db.selectFrom('site').select('id').where('kind', '!=', 'ministry').execute();
  for (let start = 0; start < sites.length; start += SITES_AT_ONCE) {
    const some = sites.slice(start, start + SITES_AT_ONCE).map((site) => site.id);
    await addPostsTo(db, some, each);
  }
  await sql`analyze post, revision, text, address`.execute(db);
}

export async function addPostsTo(db: Db, sites: string[], each: number, stem = 'post'): Promise<void> {
  await sql`
    with n as materialized (
      select gen_random_uuid() as id, s as site, i, ${stem} || '-' || i as slug
      from unnest(${sites}::uuid[]) s, generate_series(1, ${each}::int) i),
    p as (
      insert into post (id, site, kind, state, publish_at, sort_at, announced, created_by, category)
      select id, site, 'article', 'live', now() - i * interval '1 hour', now() - i * interval '1 hour',
        true, 'bench', 'culture' from n),
    r as (
      insert into revision (post, locale, n, title, summary, body, html, title_hash, body_hash, created_by)
      select id, 'id', 1, 'Kabar ke-' || i, repeat('Ringkasan. ', 10), 'x', ${BODY}, 'x', 'x', 'bench' from n),
    t as (insert into text (post, locale, slug, revision) select id, 'id', slug, 1 from n)
    insert into address (site, locale, slug, post, current) select site, 'id', slug, id, true from n`.execute(
    db,
  );
}

const BODY = `<p>${'Kalimat yang cukup panjang untuk sebuah tulisan. '.repeat(30)}</p>`;
