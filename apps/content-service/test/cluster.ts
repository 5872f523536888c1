import { createToken } from '@warta/accounts';
import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import { request } from 'undici';
import { openMinistry } from '../src/open-ministry.ts';
import { type Running, startProcess } from './process.ts';
import { actor, HOST, MISSIONS } from './support.ts';

type Test = Parameters<typeof testDatabase>[0];
type Headers = Record<string, string>;

export interface Said {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect; a wrong shape fails there
  json: () => any;
}

/** Where somebody answers: a node, or what stands before nodes. */
export interface Door {
  origin: string;
  read(path: string, headers?: Headers): Promise<Said>;
  /** Calls the API as an operator. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers?: Headers): Promise<Said>;
}

export type Node = Running & Door;

/** A database on the server at TEST_DATABASE_URL with some missions, for processes that are nodes of it. */
export async function openCluster(t: Test) {
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of MISSIONS) await openSite(database.db, actor, missionInput(...mission));
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const server = new URL(process.env.TEST_DATABASE_URL ?? '');
  const { secret } = await database.db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'cluster', role: 'operator' }));
  const doorAt = (origin: string): Door => ({
    origin,
    read: (path, headers = {}) => ask(origin, 'GET', path, headers),
    call: (method, path, body, headers = {}) =>
      ask(origin, method, `/api/v1${path}`, { authorization: `Bearer ${secret}`, ...headers }, body),
  });
  return {
    database,
    doorAt,
    /** Starts a node that reaches the database at this port of this machine. */
    async start(role: 'web' | 'worker', port: number | string = server.port, env = {}): Promise<Node> {
      const url = new URL(server);
      url.pathname = `/${rows[0]?.name}`;
      url.port = String(port);
      const settings = { ROLE: role, DEMO: 'false', LOG_LEVEL: 'fatal', PUBLIC_URL: `http://${HOST}` };
      const running = await startProcess({ ...settings, DATABASE_URL: url.href, ...env });
      t.teardown(() => running.kill('SIGKILL'));
      return { ...running, ...doorAt(running.origin) };
    },
  };
}

async function ask(
  origin: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  headers: Headers,
  body?: object,
): Promise<Said> {
  const sent = body && { body: JSON.stringify(body) };
  const type: Headers = body ? { 'content-type': 'application/json' } : {};
  const answer = await request(new URL(path, origin), {
    method,
    headers: { host: HOST, ...type, ...headers },
    ...sent,
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, body: text, headers: answer.headers, json: () => JSON.parse(text) };
}
