import type { Locker, RequestRelease } from '@tus/server';
import type { SharedLocks } from '@warta/database';

const WAIT_MS = 30_000;

/**
 * Two requests for one upload wait for each other, whichever nodes they came to; the older one is asked to make way,
 * since its line is most likely dead. On the embedded database there is one node.
 */
export async function openLocker(locks: SharedLocks | undefined): Promise<Locker> {
  const { ERRORS, MemoryLocker } = await import('@tus/server');
  if (!locks) return new MemoryLocker();
  const newLock = (id: string) => ({
    async lock(signal: AbortSignal, makeWay: RequestRelease) {
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(WAIT_MS)]);
      const isTaken = await locks.take(`upload:${id}`, inTime, () => void makeWay());
      if (!isTaken) throw ERRORS.ERR_LOCK_TIMEOUT;
    },
    unlock: () => locks.release(`upload:${id}`),
  });
  return { newLock };
}
