import { every } from '../due.ts';
import type { PageCache } from './page-cache.ts';

const REST_MS = 50;
/** How much of its time the event loop may have been at work for it to count as idle. */
const IDLE = 0.25;

/** Codes pages as well as can be, one at a time, while hardly anybody asks for any; stopped by its `stop`. */
export function recodeInIdleTime(cache: PageCache, onError: (error: unknown) => void) {
  let before = performance.eventLoopUtilization();
  return every(REST_MS, onError, async () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > IDLE) return;
    await cache.takeCoarse()?.recode();
  });
}
