import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '@warta/accounts';
import type { Database } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import type { InjectOptions } from 'fastify';
import { type Config, readConfig } from '../src/config.ts';
import { openMinistry } from '../src/open-ministry.ts';
import { type Service, startService } from '../src/service.ts';
import { ask, HOST } from './ask.ts';

export { HOST };
export const actor = { name: 'test', source: 'test' };

type Test = Parameters<typeof testDatabase>[0];

export interface TestService {
  database: Database;
  service: Service;
  config: Config;
  token: string;
  /** A reader's request, without following redirects. */
  read: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** A call of the API with an operator's token. */
  call: (
    method: InjectOptions['method'] & string,
    path: string,
    body?: unknown,
    headers?: object,
  ) => Promise<Answer>;
}

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | number | undefined>;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect; a wrong shape fails there
  json: () => any;
}

/** The missions most tests need: Latin, Japanese, right to left, and one with a host of its own. */
export const MISSIONS: Parameters<typeof missionInput>[] = [
  [
    'tokyo',
    { locales: ['id', 'en', 'ja'], name: { id: 'KBRI Tokyo', en: 'Embassy in Tokyo', ja: '在京大使館' } },
  ],
  ['cairo', { locales: ['id', 'en', 'ar'], country: 'EG', region: 'middle-east', timezone: 'Africa/Cairo' }],
  ['beijing', { locales: ['id', 'en', 'zh-Hans'], country: 'CN', host: 'beijing.example' }],
];

/** A running service on a database of the test's own, with the ministry and some missions. */
export async function testService(t: Test, missions = MISSIONS): Promise<TestService> {
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of missions) await openSite(database.db, actor, missionInput(...mission));
  return startOn(t, database);
}

/** A service on a database that is there. */
export async function startOn(
  t: Test,
  database: Database,
  env: NodeJS.ProcessEnv = {},
): Promise<TestService> {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-'));
  const config = {
    ...readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'fatal', PUBLIC_URL: `http://${HOST}`, ...env }),
    production: true,
  };
  const service = await startService(config, database);
  t.teardown(async () => {
    await service.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const { secret } = await database.db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'tester', role: 'operator' }));
  const inject = async (options: InjectOptions): Promise<Answer> => {
    const { statusCode, body, headers } = await service.app.inject(options);
    return { status: statusCode, body, headers, json: () => JSON.parse(body) };
  };
  return {
    database,
    service,
    config,
    token: secret,
    async read(path, headers = {}) {
      const answer = await ask(service.origin, path, headers);
      const body = answer.body.toString();
      return { status: answer.status, headers: answer.headers, body, json: () => JSON.parse(body) };
    },
    call: (method, path, body, headers = {}) =>
      inject({
        method,
        url: `/api/v1${path}`,
        headers: { host: HOST, authorization: `Bearer ${secret}`, ...headers },
        ...(body !== undefined && { payload: body as object }),
      }),
  };
}

/** A headline of two languages for everybody, with anything set otherwise. */
export const headline = (more: object = {}) => ({
  translations: [
    { locale: 'id', title: 'Imbauan bagi WNI', body: 'Isi **penting**.' },
    { locale: 'en', title: 'Advisory for citizens', body: 'An **important** text.' },
  ],
  audience: { all: true },
  ...more,
});

/** Asks again until the answer is as wanted; the test's own time limit ends a wait for what never comes. */
export async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
