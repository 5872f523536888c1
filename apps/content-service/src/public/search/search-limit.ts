import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** What one address may ask of one process: a whole building behind one address asks for less. */
const MOST = 300;
const WITHIN_S = 60;

/** An address has searched more than anybody reads. */
export class TooManySearchesError extends Error {
  override name = 'TooManySearchesError';
  readonly retryAfterS: number;

  constructor(retryAfterS: number) {
    super('too many searches from one address');
    this.retryAfterS = retryAfterS;
  }
}

/** Counts the searches of each address, those of programs among them. */
class SearchLimit {
  readonly #limiter = new RateLimiterMemory({ points: MOST, duration: WITHIN_S });

  /** @throws {TooManySearchesError} */
  async spend(address: string, searches = 1): Promise<void> {
    try {
      await this.#limiter.consume(networkOf(address), searches);
    } catch (full) {
      throw new TooManySearchesError(Math.ceil((full as RateLimiterRes).msBeforeNext / 1000));
    }
  }
}

export const searchLimit = new SearchLimit();

/** Whoever has one address of IPv6 has all that begin with the same four parts. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [first = ''] = plain.split('::');
  return first.split(':').slice(0, 4).join(':');
}
