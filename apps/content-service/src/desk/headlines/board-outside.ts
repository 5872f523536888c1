import type { OutsidePurge } from '@warta/sync';
import type { Tone } from './board-rows.ts';

/** What the board says of the cache outside. */
export interface Outside {
  tone: Tone;
  key: string;
  values: Record<string, number | string>;
  /** What went wrong at the last try, as it was written down. */
  error: string | null;
  nextTryAt: Date | null;
}

const TONES: Record<OutsidePurge['state'], Tone> = { purged: 'ok', pending: 'waits', failed: 'wrong' };
/** What may go wrong, and the words for it at the desk. */
const ERRORS = ['forbidden', 'unreachable', 'too-slow', 'too-long'];

export function outsideOf({ state, tookMs, error, nextTryAt }: OutsidePurge): Outside {
  const seconds = Math.max(0.1, Math.ceil((tookMs ?? 0) / 100) / 10);
  return { tone: TONES[state], key: `board.outside-${state}`, values: { seconds }, error, nextTryAt };
}

/** The key of the words for what went wrong, and what they are filled with. */
export function outsideError(error: string): [string, Record<string, string>] {
  const status = /^answered (\d+)$/.exec(error)?.[1];
  if (status) return ['board.outside-error.answered', { status }];
  return [`board.outside-error.${ERRORS.includes(error) ? error : 'refused'}`, {}];
}
