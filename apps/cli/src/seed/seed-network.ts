import { recordAudit } from '@warta/audit';
import { announceChange, EVERYTHING } from '@warta/changes';
import type { Database } from '@warta/database';
import { sql } from 'kysely';
import { operator } from '../database/operator.ts';
import { startProgress } from '../output/progress.ts';
import { sampleBodies } from './bodies.ts';
import { seedHeadlines } from './seed-headlines.ts';
import { seedPosts } from './seed-posts.ts';
import { seedSites } from './seed-sites.ts';

/** How much to add: missions, posts on each of them, and headlines of the ministry. */
export interface NetworkSize {
  sites: number;
  posts: number;
  headlines: number;
}

/** Adds a synthetic network to the one that is there, and tells all nodes at the end. */
export async function seedNetwork({ db }: Database, size: NetworkSize): Promise<void> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db);
  const sample = { bodies: sampleBodies(), now: rows[0]?.now ?? new Date() };
  const sites = await shown('Sites', size.sites, (onDone) => seedSites(db, size.sites, onDone));
  await shown('Posts', size.sites * size.posts, (onDone) => seedPosts(db, sites, size.posts, sample, onDone));
  if (size.headlines > 0) {
    await shown('Headlines', size.headlines, (onDone) => seedHeadlines(db, size.headlines, sample, onDone));
  }
  await sql`analyze`.execute(db);
  await db.transaction().execute(async (trx) => {
    await recordAudit(trx, operator(), { action: 'network.seed', subject: 'network', after: size });
    await announceChange(trx, [EVERYTHING]);
  });
}

async function shown<T>(
  what: string,
  total: number,
  work: (onDone: (done: number) => void) => Promise<T>,
): Promise<T> {
  const progress = startProgress(what, total);
  try {
    return await work(progress.set);
  } finally {
    progress.stop();
  }
}
