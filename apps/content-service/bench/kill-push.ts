import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@warta/database';
import { freePort, type Running, startProcess } from '../test/process.ts';
import { until } from '../test/support.ts';
import { fillNetwork } from './network.ts';
import { type Pushed, whereItIsWrong } from './whole-or-none.ts';

/** What was so after a push at whose some moment the service was killed, and started again. */
export interface Killed {
  /** Milliseconds after the request was sent. */
  at: number;
  /** Whether the service had answered it by then. */
  acknowledged: boolean;
  /** Whether the headline is there after the restart. */
  there: boolean;
  /** What must not be; empty where all is well. */
  wrong: string[];
  /** From the start to everything being proven, where there was something to prove. */
  provenAgainMs: number | null;
}

/** How long a push takes, from sending it: until its answer, and until it is proven. */
export interface Lengths {
  answeredMs: number;
  provenMs: number;
}

const SLUG = 'kabar';

interface Ledger {
  live: number;
  total: number;
  provenInMs: number | null;
}

/** A network on disk whose service is killed again and again. */
export class KillBench {
  readonly #dataDir: string;
  readonly #token: string;
  readonly #sites: string[];
  readonly #port: number;
  #running: Running | undefined;
  #pushes = 0;

  private constructor(dataDir: string, token: string, sites: string[], port: number) {
    this.#dataDir = dataDir;
    this.#token = token;
    this.#sites = sites;
    this.#port = port;
  }

  static async open(sites: number, posts: number): Promise<KillBench> {
    const dataDir = await mkdtemp(join(tmpdir(), 'warta-kill-'));
    const database = await openDatabase({ dataDir, databaseUrl: undefined });
    const token = await fillNetwork(database, sites, posts);
    const rows = await database.db
      .selectFrom('site')
      .select('slug')
      .where('kind', '!=', 'ministry')
      .execute();
    await database.close();
    const slugs = rows.map(({ slug }) => slug);
    return new KillBench(dataDir, token, slugs, await freePort());
  }

  async close(): Promise<void> {
    await this.#running?.kill('SIGTERM');
    await rm(this.#dataDir, { recursive: true, force: true });
  }

  /** How long a push takes here when nobody kills the service: the time in which to kill it. */
  async measure(): Promise<Lengths> {
    await this.#start();
    const begun = performance.now();
    const { id } = (await (await this.#push(`measured-${this.#pushes++}`)).json()) as Pushed;
    const answeredMs = performance.now() - begun;
    await this.#proven(id);
    return { answeredMs, provenMs: performance.now() - begun };
  }

  /** Pushes, kills so many milliseconds after sending or at the moment of the answer, starts again, and looks. */
  async killAt(moment: number | 'answer'): Promise<Killed> {
    const running = await this.#start();
    const key = `push-${this.#pushes++}`;
    const begun = performance.now();
    const answer = this.#push(key).then(
      (got) => got.status === 201,
      () => false,
    );
    await (moment === 'answer' ? answer : sleep(moment));
    const at = performance.now() - begun;
    const acknowledged = await Promise.race([answer, sleep(0, false)]);
    await running.kill('SIGKILL');
    this.#running = undefined;
    const restarted = performance.now();
    await this.#start();
    const found = await this.#find(key);
    const [there] = found;
    const wrong = found.length > 1 ? [`${key} is there ${found.length} times`] : [];
    if (acknowledged && !there) wrong.push(`${key} was acknowledged and is lost`);
    wrong.push(...(await this.#look(there)));
    if (there) wrong.push(...(await this.#judgeLedger(there)));
    const provenAgainMs = there ? performance.now() - restarted : null;
    wrong.push(...(await this.#sendAgain(key, there)));
    return { at, acknowledged, there: there !== undefined, wrong, provenAgainMs };
  }

  /** The request that was cut off is sent again, as it was: it has one headline, before and after. */
  async #sendAgain(key: string, there: Pushed | undefined): Promise<string[]> {
    const { id } = (await (await this.#push(key)).json()) as Pushed;
    await this.#proven(id);
    const found = await this.#find(key);
    if (found.length !== 1) return [`${key} sent again is there ${found.length} times`];
    return there && there.id !== id ? [`${key} sent again is another headline`] : [];
  }

  async #judgeLedger({ id, number }: Pushed): Promise<string[]> {
    const { live, total } = await this.#proven(id);
    const isWhole = live === total && total === this.#sites.length;
    return isWhole ? this.#look({ id, number }) : [`the ledger says ${live} of ${total}`];
  }

  /** Every mission shows the whole of it, or nothing. */
  async #look(pushed: Pushed | undefined): Promise<string[]> {
    const from = pushed?.number ?? Math.max(0, ...(await this.#all()).map(({ number }) => number)) + 1;
    return whereItIsWrong(this.#origin, this.#sites, { pushed, from, slug: SLUG });
  }

  async #start(): Promise<Running> {
    const settings = { DEMO: 'false', PORT: String(this.#port), PUBLIC_URL: this.#origin };
    this.#running ??= await startProcess(settings, this.#dataDir);
    return this.#running;
  }

  get #origin(): string {
    return `http://localhost:${this.#port}`;
  }

  #push(key: string): Promise<Response> {
    const body = {
      translations: [{ locale: 'id', title: key, body: 'Isi yang cukup panjang.', slug: SLUG }],
      audience: { all: true },
    };
    return this.#call('POST', '/headlines', body, { 'idempotency-key': key });
  }

  async #all(): Promise<(Pushed & { translations: { title: string }[] })[]> {
    return (await this.#call('GET', '/headlines?limit=200')).json() as never;
  }

  async #find(key: string): Promise<Pushed[]> {
    return (await this.#all()).filter(({ translations }) => translations[0]?.title === key);
  }

  #proven(id: string): Promise<Ledger> {
    const ask = async () =>
      (await this.#call('GET', `/headlines/${id}/deliveries`)).json() as Promise<Ledger>;
    return until(ask, ({ provenInMs }) => provenInMs !== null);
  }

  #call(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(`${this.#origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
