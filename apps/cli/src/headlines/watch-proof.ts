import { setTimeout as sleep } from 'node:timers/promises';
import type { Deliveries } from '../api/answers.ts';
import { CliError } from '../cli-error.ts';
import { startProgress } from '../output/progress.ts';

const PAUSE_MS = 100;
/** Asking for a large ledger costs the service work that it needs for looking. */
const PAUSE_PER_ANSWER = 3;

/**
 * Asks where something stands until that is proven, there is nothing to prove yet, or the seconds are over; shows
 * meanwhile how far it is. Returns the last answer.
 */
export async function watchProof(ask: () => Promise<Deliveries>, waitSeconds: number): Promise<Deliveries> {
  const end = performance.now() + waitSeconds * 1000;
  let deliveries = await ask();
  if (isSettled(deliveries) || waitSeconds === 0) return deliveries;
  const progress = startProgress('Proven on', deliveries.total);
  try {
    let asked = 0;
    while (!isSettled(deliveries) && performance.now() < end) {
      progress.set(deliveries.live);
      await sleep(Math.max(PAUSE_MS, asked * PAUSE_PER_ANSWER));
      const start = performance.now();
      deliveries = await ask();
      asked = performance.now() - start;
    }
    progress.set(deliveries.live);
  } finally {
    progress.stop();
  }
  return deliveries;
}

/** Whether waiting longer would show nothing new. */
export function isSettled({ provenInMs, state }: Deliveries): boolean {
  return provenInMs !== null || state === 'scheduled';
}

/** @throws {CliError} for what is no number of seconds. */
export function readSeconds(value: string): number {
  const seconds = Number(value);
  if (value.trim() !== '' && seconds >= 0 && seconds < 86_400) return seconds;
  throw new CliError(`--wait: ${value} is no number of seconds`);
}
