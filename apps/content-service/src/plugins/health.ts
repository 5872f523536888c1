import type { Database } from '@warta/database';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PageCache } from '../pages/page-cache.ts';
import type { Reconciler } from '../reconcile.ts';
import { VERSION } from '../version.ts';

interface Health {
  database: Database;
  cache: PageCache;
  reconciler: Reconciler;
  isInPlace: () => boolean;
}

/** Whether the process lives, whether it can do its work, and figures for Prometheus (not for the public). */
export function healthRoutes(
  app: FastifyInstance,
  { database: { db }, cache, reconciler, isInPlace }: Health,
): void {
  const everybody = { config: { permission: 'public' as const }, schema: { hide: true } };
  app.get('/health/live', everybody, async () => ({ status: 'ok', version: VERSION }));
  app.get('/health/ready', everybody, async (_request, reply) => {
    if (!isInPlace()) return reply.code(503).send({ status: 'starting or ending', version: VERSION });
    try {
      await sql`select 1`.execute(db);
      return { status: 'ok', version: VERSION };
    } catch {
      return reply.code(503).send({ status: 'the database cannot be reached', version: VERSION });
    }
  });

  const registry = makeMetrics(cache, reconciler);
  app.get(
    '/metrics',
    { config: { permission: 'metrics:read' }, schema: { hide: true } },
    async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()),
  );
}

function makeMetrics(cache: PageCache, reconciler: Reconciler): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('warta_pages_cached', 'Pages in the cache', () => cache.size);
  gauge('warta_page_hits', 'Pages answered from the cache since the start', () => cache.hits);
  gauge('warta_page_misses', 'Pages made since the start', () => cache.misses);
  gauge('warta_change_heard', 'The newest change this node has acted on', () => cache.heard);
  gauge(
    'warta_drift_found',
    'What did not agree at the latest reconciliation',
    () => reconciler.last.found.length,
  );
  gauge(
    'warta_drift_unrepaired',
    'What of it needs a person',
    () => reconciler.last.found.filter(({ repairable }) => !repairable).length,
  );
  gauge('warta_reconciliation_seconds', 'What that took', () => reconciler.last.tookMs / 1000);
  return registry;
}
