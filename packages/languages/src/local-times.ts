import { Temporal } from 'temporal-polyfill';

/**
 * The moment of a time on the clock (`2026-03-29T02:30`) in an IANA zone. Around a clock change it is the first
 * valid moment after a time that never comes, and the earlier of two. Undefined for what is no such time.
 */
export function momentAt(local: string, timeZone: string): Date | undefined {
  const wall = readWall(local);
  if (!wall) return undefined;
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isThere = earlier.toPlainDateTime().equals(wall);
  const moment = isThere ? earlier : (earlier.getTimeZoneTransition('next') ?? earlier);
  return new Date(moment.epochMilliseconds);
}

/** What the clock of a zone shows at a moment, to the minute, as a form's field takes it. */
export function clockAt(date: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function readWall(local: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined;
  try {
    return Temporal.PlainDateTime.from(local);
  } catch {
    return undefined;
  }
}
