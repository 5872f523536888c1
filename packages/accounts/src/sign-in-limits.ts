import type { Db } from '@warta/database';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import { digest } from './secrets.ts';

/**
 * Guessing is slowed down where it comes from. A device that has signed in before counts for itself, so that
 * whoever guesses at an account from elsewhere cannot lock its owner out (OWASP, "device cookies").
 */
const LIMITS = {
  /** Wrong tries from one address, whatever the account. */
  address: { points: 30, duration: 15 * 60 },
  /** Wrong tries at one account from devices that never signed in to it. */
  stranger: { points: 10, duration: 15 * 60 },
  /** Wrong tries at one account from one device that has. */
  device: { points: 10, duration: 15 * 60 },
  /** Wrong codes for one account, by whoever knows its password. */
  factor: { points: 8, duration: 15 * 60 },
};
type Limit = keyof typeof LIMITS;

export interface Attempt {
  email: string;
  address: string;
  /** The secret of a device that has signed in to this account before. */
  knownDevice?: string | undefined;
}

/** Counts of wrong tries, shared by all nodes. */
export class SignInLimits {
  readonly #limiters: Record<Limit, RateLimiterPostgres>;

  constructor(db: Db) {
    // The library asks for a client of pg; all it uses is `query`, its rows and how many they are.
    const storeClient = {
      async query({ text, values = [] }: { text: string; values?: unknown[] }) {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
        return { rows, rowCount: rows.length };
      },
    };
    const limiter = (keyPrefix: Limit) =>
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        tableName: 'attempts',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        ...LIMITS[keyPrefix],
      });
    this.#limiters = {
      address: limiter('address'),
      stranger: limiter('stranger'),
      device: limiter('device'),
      factor: limiter('factor'),
    };
  }

  /** Seconds to wait before this may be tried; 0 where it may be now. */
  async wait(attempt: Attempt): Promise<number> {
    return this.#longest(keysOf(attempt));
  }

  /** Notes a wrong try. */
  async miss(attempt: Attempt): Promise<void> {
    await this.#count(keysOf(attempt));
  }

  /** Seconds to wait before a code may be tried for this person. */
  async waitForCode(person: string): Promise<number> {
    return this.#longest([['factor', person]]);
  }

  /** Notes a wrong code. */
  async missCode(person: string): Promise<void> {
    await this.#count([['factor', person]]);
  }

  async #longest(keys: [Limit, string][]): Promise<number> {
    const states = await Promise.all(
      keys.map(async ([limit, key]) => ({ limit, state: await this.#limiters[limit].get(key) })),
    );
    return Math.max(0, ...states.map(({ limit, state }) => secondsLeft(limit, state)));
  }

  async #count(keys: [Limit, string][]): Promise<void> {
    for (const [limit, key] of keys) await this.#limiters[limit].penalty(key);
  }
}

function keysOf({ email, address, knownDevice }: Attempt): [Limit, string][] {
  const account = digest(email);
  return [
    ['address', address],
    knownDevice === undefined ? ['stranger', account] : ['device', digest(`${account}${knownDevice}`)],
  ];
}

function secondsLeft(limit: Limit, state: RateLimiterRes | null): number {
  if (!state || state.consumedPoints < LIMITS[limit].points) return 0;
  return Math.ceil(state.msBeforeNext / 1000);
}
