import { type RawBuilder, sql } from 'kysely';
import { isLocalPublic } from './timeline-entry.ts';

export const eventStart: RawBuilder<Date> = sql`moment_of(q.details ->> 'start')`;

const lastMoment = sql`moment_of(coalesce(q.details ->> 'end', q.details ->> 'start'))`;

/**
 * When event `q` of site `s` is over: at its end, or where it has none or lasts all day, with the last of its days
 * by the site's clock.
 */
export const eventEnd: RawBuilder<Date> = sql`case
  when q.details ->> 'end' is null or q.details ->> 'allDay' = 'true' then
    ((${lastMoment} at time zone s.timezone)::date + 1)::timestamp at time zone s.timezone
  else ${lastMoment} end`;

/** Event `q` of site `s` is public and not over; the first condition is the one with an index. */
export const isComing: RawBuilder<boolean> = sql`(q.kind = 'event' and ${isLocalPublic}
  and ${lastMoment} > now() - interval '2 days' and ${eventEnd} > now())`;

export const deadline: RawBuilder<Date> = sql`moment_of(q.details ->> 'until')`;

/** Opportunity `q` is public and still open. */
export const isOpen: RawBuilder<boolean> = sql`(q.kind = 'opportunity' and ${isLocalPublic} and ${deadline} > now())`;
