import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Locks that every process on one database shares, each held until it is released or its holder is gone. */
export interface SharedLocks {
  /**
   * Takes a lock, waiting for it until `signal` aborts; says whether it was taken. `onWanted` is called while the
   * lock is held and somebody else waits for it, maybe many times, and when it was lost with its connection.
   */
  take(name: string, signal: AbortSignal, onWanted: () => void): Promise<boolean>;
  release(name: string): Promise<void>;
  close(): Promise<void>;
}

const CHANNEL = 'warta_lock_wanted';
const ASK_AGAIN_MS = 100;
const KEY = 'hashtextextended($1, 0)';
/** A machine that went without a word is not waited for any longer than half a minute. */
const NOTICE_DEATH = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

interface Held {
  onWanted: () => void;
  /** Undefined while it is being asked for. */
  client: pg.Client | undefined;
}

/**
 * Advisory locks of PostgreSQL, all on one connection of this process, opened when the first is asked for: when that
 * connection or this process dies, PostgreSQL gives them to whoever waits.
 */
export class PostgresLocks implements SharedLocks {
  readonly #url: string;
  /** Tells what this process wants from what others do. */
  readonly #own = randomUUID();
  readonly #held = new Map<string, Held>();
  #connection: Promise<pg.Client> | undefined;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
  }

  async take(name: string, signal: AbortSignal, onWanted: () => void): Promise<boolean> {
    while (!signal.aborted) {
      const other = this.#held.get(name);
      if (other) wanted(other);
      else if (await this.#try(name, onWanted)) return true;
      await sleep(ASK_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
    return false;
  }

  async release(name: string): Promise<void> {
    const client = this.#held.get(name)?.client;
    this.#held.delete(name);
    await client?.query(`select pg_advisory_unlock(${KEY})`, [name]).catch(() => this.#drop(client));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const client = await this.#connection?.catch(() => undefined);
    await client?.end();
  }

  /** Within one connection a lock can be taken twice: the entry keeps others of this process out meanwhile. */
  async #try(name: string, onWanted: () => void): Promise<boolean> {
    const entry: Held = { onWanted, client: undefined };
    this.#held.set(name, entry);
    let client: pg.Client | undefined;
    try {
      client = await this.#connect();
      const { rows } = await client.query(`select pg_try_advisory_lock(${KEY}) as taken`, [name]);
      if (rows[0]?.taken) entry.client = client;
      else await client.query('select pg_notify($1, $2)', [CHANNEL, `${this.#own} ${name}`]);
    } catch (error) {
      // Whether it was taken nobody knows: with the connection it is surely given back.
      await this.#drop(client);
      throw error;
    } finally {
      if (!entry.client) this.#held.delete(name);
    }
    return entry.client !== undefined;
  }

  #connect(): Promise<pg.Client> {
    if (this.#isClosed) throw new Error('the locks are closed');
    this.#connection ??= this.#open().catch((error) => {
      this.#connection = undefined;
      throw error;
    });
    return this.#connection;
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'warta locks',
      connectionTimeoutMillis: 5000,
      query_timeout: 10_000,
      keepAlive: true,
      options: NOTICE_DEATH,
    });
    client.on('error', () => {}); // 'end' follows
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  #hear(payload: string): void {
    const [who = '', name = ''] = payload.split(/ (.*)/s);
    if (who !== this.#own) wanted(this.#held.get(name));
  }

  async #drop(client: pg.Client | undefined): Promise<void> {
    if (!client) return;
    this.#lose(client);
    await client.end().catch(() => {});
  }

  /** Whoever goes on without its lock could be two. */
  #lose(client: pg.Client): void {
    if (!this.#isClosed) this.#connection = undefined;
    for (const [name, held] of this.#held) {
      if (held.client !== client) continue;
      this.#held.delete(name);
      held.onWanted();
    }
  }
}

/** Who is still asking has nothing to give back. */
function wanted(held: Held | undefined): void {
  if (held?.client) held.onWanted();
}
