import { tidyAccounts } from '@warta/accounts';
import { dropOldLinks, endDueAlert } from '@warta/alerts';
import { pruneAnswers } from '@warta/audit';
import { dropSilentNodes, pruneChanges } from '@warta/changes';
import type { Database } from '@warta/database';
import { sweepCards, sweepMedia } from '@warta/media';
import { releaseDuePosts, tidyDrafts } from '@warta/posts';
import { releaseDueHeadline, releaseDueWave } from '@warta/sync';
import { NO_HOLD, settleHold } from './alerts/settle-hold.ts';
import type { Config } from './config.ts';
import { sweepHalfSent } from './uploads/half-sent.ts';

const RELEASE_MS = 250;
const TIDY_MS = 60_000;
const REMIND_MS = 60_000;
const SWEEP_MS = 6 * 3_600_000;

/**
 * Work that falls due by the clock. What readers see does not wait for it; it makes nodes look at once. `remind`
 * tells people what is near.
 */
export function startDueWork(
  { db }: Database,
  { mediaDir, cardsDir }: Pick<Config, 'mediaDir' | 'cardsDir'>,
  onError: (error: unknown) => void,
  remind: () => Promise<void>,
): { stop(): Promise<void> } {
  const release = every(RELEASE_MS, onError, async () => {
    await releaseDuePosts(db);
    while (await releaseDueHeadline(db));
    while (await releaseDueWave(db));
    while (await endDueAlert(db, (trx, alert) => settleHold(trx, alert, NO_HOLD)));
  });
  const tidy = every(TIDY_MS, onError, async () => {
    await dropSilentNodes(db);
    await pruneChanges(db);
    await pruneAnswers(db);
    await tidyAccounts(db);
    await tidyDrafts(db);
    await dropOldLinks(db);
  });
  const reminders = every(REMIND_MS, onError, remind);
  const sweep = every(SWEEP_MS, onError, async () => {
    await sweepHalfSent(mediaDir);
    await sweepMedia(db, mediaDir);
    await sweepCards(cardsDir);
  });
  return {
    async stop() {
      await Promise.all([release.stop(), tidy.stop(), reminders.stop(), sweep.stop()]);
    },
  };
}

/** Repeats work, the next run beginning `ms` after the last one ended, and the first one after `firstMs`. */
export function every(ms: number, onError: (error: unknown) => void, work: () => Promise<void>, firstMs = 0) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  const run = () => {
    running = work()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, ms);
      });
  };
  timer = setTimeout(run, firstMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
