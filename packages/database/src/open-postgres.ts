import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { PLAN_ONCE, PreparingClient } from './preparing-client.ts';
import { runSql } from './run-sql.ts';
import { PostgresLocks } from './shared-locks.ts';
import type { Tables } from './tables.ts';
import { watchServer } from './watch-server.ts';

const RECONNECT_MS = 1000;

/** Opens PostgreSQL (15 or newer) at a `postgres://` address. */
export async function openPostgres(databaseUrl: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: databaseUrl,
    max: poolSize,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
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

/** Listens on a connection of its own, and opens it again when it is lost. */
async function listen(databaseUrl: string, channel: string, onNotify: (payload: string) => void) {
  let client: pg.Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const retry = () => {
    client?.removeAllListeners('end');
    client = undefined;
    if (!stopped) timer = setTimeout(() => connect().catch(retry), RECONNECT_MS);
  };
  const connect = async () => {
    client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'warta listener',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => {});
    client.on('end', retry);
    client.on('notification', (message) => onNotify(message.payload ?? ''));
    await client.connect();
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    client?.removeAllListeners('end');
    await client?.end();
  };
}
