import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@warta/database';
import { createDatabaseOn } from '@warta/database/testing';
import { freePort, type Running, startProcess } from '../../test/process.ts';
import { fillNetwork } from '../network.ts';
import { fillCorpus } from '../search-corpus.ts';
import type { Server } from './bare.ts';
import { machine } from './machine.ts';

/** A database that is filled once, and where it is. */
interface Filled {
  dataDir: string;
  databaseUrl: string | undefined;
  token: string;
  slugs: string[];
  /** Addresses of posts in their site's first language. */
  posts: string[];
  drop: (() => Promise<unknown>) | undefined;
}

/**
 * A network whose service runs in a process of its own, as in production: on PostgreSQL where a server is given at
 * TEST_DATABASE_URL, else with the embedded database in that process.
 */
export class Served implements Server {
  readonly sites: number;
  readonly each: number;
  readonly kind: Database['kind'];
  readonly origin: string;
  readonly #filled: Filled;
  readonly #port: number;
  #running: Running | undefined;

  private constructor(size: { sites: number; each: number }, filled: Filled, port: number) {
    this.sites = size.sites;
    this.each = size.each;
    this.kind = filled.databaseUrl ? 'postgres' : 'embedded';
    this.origin = `http://127.0.0.1:${port}`;
    this.#filled = filled;
    this.#port = port;
    // Also when the bench fails, and while the service is stopped.
    process.once('exit', () => this.#running?.process.kill('SIGKILL'));
  }

  /** Fills a new database with so many missions and posts each, search index and all, and starts the service. */
  static async open(sites: number, each: number): Promise<Served> {
    const served = new Served({ sites, each }, await fill(sites, each), await freePort());
    await served.start();
    return served;
  }

  get pid(): number {
    return this.#running?.process.pid ?? 0;
  }

  get slugs(): readonly string[] {
    return this.#filled.slugs;
  }

  get homes(): string[] {
    return this.slugs.map((slug) => `/${slug}/`);
  }

  get posts(): readonly string[] {
    return this.#filled.posts;
  }

  /** What the service is started with. */
  get settings(): NodeJS.ProcessEnv {
    const { databaseUrl, dataDir } = this.#filled;
    return {
      DEMO: 'false',
      LOG_LEVEL: 'error',
      PORT: String(this.#port),
      PUBLIC_URL: this.origin,
      DATA_DIR: dataDir,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    };
  }

  async start(): Promise<void> {
    this.#running ??= await startProcess(this.settings, this.#filled.dataDir);
  }

  async stop(): Promise<void> {
    await this.#running?.kill('SIGTERM');
    this.#running = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#filled.drop?.();
    await rm(this.#filled.dataDir, { recursive: true, force: true });
  }

  /** Calls the API as an operator. */
  async call<T>(method: string, path: string, body?: object, headers: object = {}): Promise<T> {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#filled.token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** What the process says of itself, as Prometheus reads it. */
  async metrics(): Promise<string> {
    const headers = { authorization: `Bearer ${this.#filled.token}` };
    const answer = await fetch(`${this.origin}/metrics`, { headers });
    if (!answer.ok) throw new Error(`/metrics answered ${answer.status}`);
    return answer.text();
  }

  /** Pushes a headline to every mission and gives its id. */
  async push(title: string): Promise<string> {
    const translations = [
      { locale: 'id', title, body: `${title}. Isi yang cukup panjang.` },
      { locale: 'en', title: `${title} (en)`, body: 'A text that is long enough.' },
    ];
    const { id } = await this.call<{ id: string }>('POST', '/headlines', {
      translations,
      audience: { all: true },
    });
    return id;
  }

  /** What the ministry says of itself stands on every page: none is ready any more. */
  async forgetPages(): Promise<void> {
    await this.call('PATCH', '/sites/kemlu', { timezone: 'Asia/Jakarta' });
  }

  /** On what it is measured. */
  note(): string {
    return `${machine()}, ${this.kind}`;
  }
}

async function fill(sites: number, each: number): Promise<Filled> {
  const dataDir = await mkdtemp(join(tmpdir(), 'warta-table-'));
  const server = process.env.TEST_DATABASE_URL;
  const made = server ? await createDatabaseOn(server) : undefined;
  const database = await openDatabase({ dataDir, databaseUrl: made?.url });
  const token = await fillNetwork(database, sites, 0);
  await fillCorpus(database.db, each);
  const rows = await database.db
    .selectFrom('site')
    .where('kind', '!=', 'ministry')
    .select('slug')
    .orderBy('slug')
    .execute();
  const texts = await database.db
    .selectFrom('text')
    .innerJoin('post', 'post.id', 'text.post')
    .innerJoin('site', 'site.id', 'post.site')
    .where('text.locale', '=', 'id')
    .select(['site.slug as site', 'text.slug'])
    .orderBy('site.slug')
    .orderBy('post.sort_at', 'desc')
    .execute();
  await database.close();
  return {
    dataDir,
    databaseUrl: made?.url,
    token,
    slugs: rows.map(({ slug }) => slug),
    posts: texts.map(({ site, slug }) => `/${site}/id/${slug}`),
    drop: made?.drop,
  };
}
