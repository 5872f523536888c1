import { type Outbound, OutboundError } from '@warta/outbound';
import { KINDS } from './kinds.ts';
import type { OutsideCache } from './settings.ts';

/** The cache was not purged. The message is short and holds neither what was sent nor what was answered. */
export class PurgeError extends Error {
  override name = 'PurgeError';
}

/**
 * Has the cache drop all pages with one of these keys.
 * @throws {PurgeError} where it may not have.
 */
export async function purge(
  outbound: Pick<Outbound, 'ask'>,
  { kind, url, key }: OutsideCache,
  keys: readonly string[],
): Promise<void> {
  const { most, call, isDone } = KINDS[kind];
  for (let begin = 0; begin < keys.length; begin += most) {
    const answer = await outbound.ask(url, call(keys.slice(begin, begin + most), key)).catch((cause) => {
      throw new PurgeError(cause instanceof OutboundError ? cause.code : 'unreachable', { cause });
    });
    if (answer.status < 200 || answer.status > 299) throw new PurgeError(`answered ${answer.status}`);
    if (!isDone(answer)) throw new PurgeError('answered no');
  }
}
