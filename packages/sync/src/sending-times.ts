import { type FieldError, invalid } from '@warta/problems';
import type { SendingInput } from './headline-input.ts';

type Times = Pick<SendingInput, 'publishAt' | 'waveAt' | 'standsUntil' | 'pinnedUntil'>;

/**
 * Refuses times that do not go together, by the database's clock.
 * @throws {DomainError} `invalid`, naming each
 */
export function refuseOddTimes({ publishAt, waveAt, standsUntil, pinnedUntil }: Times, now: Date): void {
  const begins = publishAt && publishAt > now ? publishAt : now;
  const errors: FieldError[] = [];
  if (publishAt && waveAt) {
    const message = 'cannot go with publishAt: take one moment for all, or a time on each clock';
    errors.push({ field: 'waveAt', message, why: 'wave.both' });
  }
  if (standsUntil && standsUntil <= begins) {
    errors.push({ field: 'standsUntil', message: 'is over before the headline stands', why: 'passed' });
  }
  if (pinnedUntil && pinnedUntil <= begins) {
    errors.push({ field: 'pinnedUntil', message: 'is over before the headline stands', why: 'passed' });
  }
  if (errors.length > 0) throw invalid(...errors);
}
