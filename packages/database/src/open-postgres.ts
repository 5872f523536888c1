import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { PLAN_ONCE, PreparingClient } from './preparing-client.ts';
import { runSql } from './run-sql.ts';
import { PostgresLocks } from './shared-locks.ts';
import type { Tables } from './tables.ts';
import { watchServer } from './watch-server.ts';

const RECONNECT_MS = 1000;
const NOTICES_ITS_LOSS = {
  connectionTimeoutMillis: 5000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
};

/** Opens PostgreSQL (15 or newer) at a `postgres://` address. */
export async function openPostgres(databaseUrl: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: databaseUrl,
    max: poolSize,
    ...NOTICES_ITS_LOSS,
    application_name: 'warta',
    options: `-c ${PLAN_ONCE}`,
  });
  pool.on('error', () => {}); // an idle connection was lost; the pool opens another when one is needed
  // So may one at work be. Its query fails, which is enough: the event that nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const stopWatching = watchServer(pool, databaseUrl);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const locks = new PostgresLocks(databaseUrl);
  return {
    kind: 'postgres',
    db,
    run: (text, values) => runSql(pool, text, values),
    listen: (channel, onNotify) => listen(databaseUrl, channel, onNotify),
    locks,
    async close() {
      stopWatching();
      await locks.close();
      await db.destroy();
    },
  };
}

/** Listens on a connection of its own, and opens another one a second after it is lost. */
async function listen(databaseUrl: string, channel: string, onNotify: (payload: string) => void) {
  let client: pg.Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    client = undefined;
    if (!stopped) timer = setTimeout(() => open().catch(again), RECONNECT_MS);
  };
  /** One that cannot be opened ends as well as one that is lost: only the latter is followed by another from here. */
  const open = async () => {
    const fresh = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'warta listener',
      ...NOTICES_ITS_LOSS,
    });
    const state = { isOpen: false, hasEnded: false };
    fresh.on('error', () => {});
    fresh.on('end', () => {
      state.hasEnded = true;
      if (state.isOpen) again();
    });
    fresh.on('notification', (message) => onNotify(message.payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      if (stopped || state.hasEnded) throw new Error('the connection ended as it was opened');
    } catch (error) {
      void fresh.end().catch(() => {});
      throw error;
    }
    state.isOpen = true;
    client = fresh;
  };

  await open();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
}
