import { z } from 'zod';

/** The kinds of days, in the week's order; `holiday` is a day of the site's list of holidays. */
export const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su', 'holiday'] as const;
export type Day = (typeof DAYS)[number];

export const DAY_MINUTES = 24 * 60;

const opens = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time from 00:00 to 23:59, such as 09:00');
const closes = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time from 00:00 to 24:00, such as 17:00');

const period = z
  .strictObject({ days: z.array(z.enum(DAYS)).min(1).max(DAYS.length), opens, closes })
  .refine(({ opens, closes }) => opens !== closes, {
    path: ['closes'],
    error: 'is when it opens; the whole day is 00:00 to 24:00',
    params: { why: 'hours.same' },
  });

/** From `opens` to `closes` on each of the days; past midnight where `closes` is not later than `opens`. */
export type Period = z.output<typeof period>;

/**
 * When somebody answers: always, or week by week on the site's clock. On a holiday only the periods for `holiday`
 * hold, whatever the weekday.
 */
export const hours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({
    kind: z.literal('weekly'),
    periods: z.array(period).min(1).max(50).superRefine(refuseOverlaps),
  }),
]);
export type Hours = z.output<typeof hours>;

/** Minutes from midnight at which a period begins and ends; the end may lie on the next day. */
export function minutesOf({ opens, closes }: Pick<Period, 'opens' | 'closes'>): [number, number] {
  const from = minutes(opens);
  const to = minutes(closes);
  return [from, to <= from ? to + DAY_MINUTES : to];
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Two periods at the same time are a slip of the hand: nobody knows which one was meant. */
function refuseOverlaps(periods: Period[], context: z.RefinementCtx): void {
  const spans = periods.flatMap((period, index) => period.days.map((day) => spanOf(period, day, index)));
  for (const span of spans) {
    const other = spans.find((one) => one.index <= span.index && one !== span && meet(one, span));
    if (!other) continue;
    context.addIssue({
      code: 'custom',
      path: [span.index],
      message: `meets another period on ${span.day}`,
      params: { why: 'hours.meet', day: span.day },
    });
    break;
  }
}

interface Span {
  day: Day;
  index: number;
  from: number;
  to: number;
}

function spanOf(period: Period, day: Day, index: number): Span {
  const [from, to] = minutesOf(period);
  return { day, index, from, to };
}

function meet(a: Span, b: Span): boolean {
  return (
    overlap(a, b, 0) ||
    (isNext(a.day, b.day) && overlap(a, b, 1)) ||
    (isNext(b.day, a.day) && overlap(b, a, 1))
  );
}

/** Whether `b`, on the day `later` days after that of `a`, begins before `a` has ended. */
function overlap(a: Span, b: Span, later: 0 | 1): boolean {
  if (later === 0 && a.day !== b.day) return false;
  return a.from < b.to + later * DAY_MINUTES && b.from + later * DAY_MINUTES < a.to;
}

function isNext(day: Day, other: Day): boolean {
  if (day === 'holiday' || other === 'holiday') return false;
  return (DAYS.indexOf(day) + 1) % 7 === DAYS.indexOf(other);
}
