import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';

/** A new database on the given server; `drop` removes it. The role must be allowed to create databases. */
export async function postgresTestDatabase(serverUrl: string) {
  const { url, drop } = await createDatabaseOn(serverUrl);
  const database = await openDatabase({ databaseUrl: url, dataDir: '', poolSize: 5 });
  await migrate(database.db);
  return {
    database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** The address of a new and empty database on the given server, for several processes; `drop` removes it. */
export async function createDatabaseOn(serverUrl: string) {
  const name = `warta_test_${randomBytes(8).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(serverUrl, name) };
}

/** The same database, on connections of its own. */
export async function anotherProcessOn(serverUrl: string, { run }: Database): Promise<Database> {
  const [row] = await run('select current_database() as name');
  const url = new URL(serverUrl);
  url.pathname = `/${String(row?.name)}`;
  return openDatabase({ databaseUrl: url.href, dataDir: '', poolSize: 5 });
}

const MAY_NOT_END = '42501';

/**
 * Removes a database with whatever is still connected to it. Where that is the server's own vacuuming, which only a
 * superuser may end, a plain drop has the server end it.
 */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `drop database ${name} with (force)`).catch((error: { code?: string }) => {
    if (error.code !== MAY_NOT_END) throw error;
    return onServer(serverUrl, `drop database ${name}`);
  });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
