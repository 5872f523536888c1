import { invalid } from '@warta/problems';
import type { LockedHeadline } from './change-headline.ts';
import type { ResendingInput } from './headline-input.ts';
import { refuseOddTimes } from './sending-times.ts';

/** When a correction stands. */
export interface Plan {
  /** The old version stands until `liveFrom`. */
  later: boolean;
  liveFrom: Date;
  publishAt: Date;
  /** The time on each mission's clock; null for one moment for all. */
  waveAt: string | null;
}

/**
 * Before the headline's moment a correction keeps that, or moves it. Once it stands, a moment to come is that of
 * the correction alone.
 * @throws {DomainError} `invalid` for times that do not go together, a moment for all of a headline that has begun
 * to come in waves, and a later correction of more than words
 */
export function planMoment(headline: LockedHeadline, input: ResendingInput, audience: string): Plan {
  refuseOddTimes(
    { publishAt: input.publishAt, waveAt: input.waveAt, standsUntil: input.standsUntil },
    headline.now,
  );
  if (headline.embargoed) {
    const publishAt = input.publishAt ?? headline.publish_at;
    const waveAt = input.waveAt ?? (input.publishAt ? null : headline.wave_at);
    return { later: false, liveFrom: publishAt, publishAt, waveAt };
  }
  if (input.waveAt && input.waveAt !== headline.wave_at) {
    throw invalid({
      field: 'waveAt',
      message: 'comes too late: the headline stands already',
      why: 'wave.stands',
    });
  }
  const standing = { publishAt: headline.publish_at, waveAt: headline.wave_at };
  const later = headline.state === 'live' && input.publishAt !== undefined && input.publishAt > headline.now;
  if (!later) return { later, liveFrom: headline.now, ...standing };
  refuseMoreThanWords(headline, input, audience);
  return { later, liveFrom: input.publishAt as Date, ...standing };
}

function refuseMoreThanWords(headline: LockedHeadline, input: ResendingInput, audience: string): void {
  const isSame =
    audience === headline.audience &&
    (input.obligation ?? headline.obligation) === headline.obligation &&
    input.pinnedUntil?.getTime() === headline.pinned_until?.getTime();
  if (isSame) return;
  const message = 'a correction set for later changes only words; change the audience, obligation or pin now';
  throw invalid({ field: 'publishAt', message, why: 'later.words' });
}
