import { EventEmitter } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { unpackBlankDatabase } from './blank-database.ts';
import type { Database } from './database.ts';
import { lockDataDir } from './lock-data-dir.ts';
import { PgliteSocket } from './pglite-socket.ts';
import { PLAN_ONCE, PreparingClient } from './preparing-client.ts';
import { runSql } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Reading a table from its beginning asks for its size first, which costs more here than reading a page of it does. */
const FEW_SCANS = 'seq_page_cost=10';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The embedded database runs on the event loop of the service. A chain of awaited queries would keep it
 * from answering readers, so each query first lets the loop turn once.
 */
class YieldingClient extends PreparingClient {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has nine overloads; Kysely calls the promise form
  override query(...args: any[]): any {
    const query = super.query.bind(this) as (...all: unknown[]) => unknown;
    if (typeof args.at(-1) === 'function') return query(...args);
    return nextTurn().then(() => query(...args));
  }
}

/** Opens the embedded database in `dataDir`/database, alone: a second process is refused. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDataDir(dataDir);
  try {
    const folder = join(dataDir, 'database');
    await unpackBlankDatabase(folder);
    const pglite = await PGlite.create(folder);
    const database = await overPglite(pglite);
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Puts an open PGlite behind the same pool and dialect that PostgreSQL has. */
export async function overPglite(pglite: PGlite): Promise<Database> {
  await pglite.exec(`set ${PLAN_ONCE}; set ${FEW_SCANS}`);
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    Client: YieldingClient,
    stream: () => new PgliteSocket(pglite) as unknown as Duplex,
  });
  const notifications = new EventEmitter();
  notifications.setMaxListeners(0);
  pool.on('connect', (client) => {
    client.on('notification', ({ channel, payload }) => notifications.emit(channel, payload ?? ''));
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'embedded',
    db,
    run: (text, values) => runSql(pool, text, values),
    async listen(channel, onNotify) {
      notifications.on(channel, onNotify);
      await pool.query(`listen ${pg.escapeIdentifier(channel)}`);
      return async () => void notifications.off(channel, onNotify);
    },
    locks: undefined,
    async close() {
      await db.destroy();
      await pglite.close();
    },
  };
}
