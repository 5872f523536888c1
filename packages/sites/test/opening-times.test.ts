import fc from 'fast-check';
import t from 'tap';
import { DAYS, type Hours, hours, type Period } from '../src/hours.ts';
import { isOpenAt, nextChange } from '../src/opening-times.ts';

const MINUTE = 60_000;
const TOKYO = { timeZone: 'Asia/Tokyo', holidays: [] };
const BERLIN = { timeZone: 'Europe/Berlin', holidays: [] };
const weekly = (...periods: Period[]): Hours => hours.parse({ kind: 'weekly', periods });
const office = weekly({ days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '17:00' });
const daily = (opens: string, closes: string) =>
  weekly({ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], opens, closes });
const at = (moment: string) => new Date(moment);

t.test('office hours are those of the site’s clock', async (t) => {
  t.equal(isOpenAt(office, TOKYO, at('2026-11-20T09:00:00+09:00')), true);
  t.equal(isOpenAt(office, TOKYO, at('2026-11-20T16:59:59+09:00')), true);
  t.equal(isOpenAt(office, TOKYO, at('2026-11-20T17:00:00+09:00')), false, 'closed when it closes');
  t.equal(isOpenAt(office, TOKYO, at('2026-11-21T10:00:00+09:00')), false, 'a Saturday');
  t.same(nextChange(office, TOKYO, at('2026-11-20T10:00:00+09:00')), at('2026-11-20T17:00:00+09:00'));
  t.same(nextChange(office, TOKYO, at('2026-11-20T17:00:00+09:00')), at('2026-11-23T09:00:00+09:00'));
});

t.test('who answers day and night never closes', async (t) => {
  t.equal(isOpenAt({ kind: 'always' }, TOKYO, at('2026-11-23T03:00:00+09:00')), true);
  t.equal(nextChange({ kind: 'always' }, TOKYO, at('2026-11-23T03:00:00+09:00')), undefined);
  const wholeWeek = weekly({ days: [...DAYS], opens: '00:00', closes: '24:00' });
  t.equal(nextChange(wholeWeek, TOKYO, at('2026-11-23T03:00:00+09:00')), undefined);
});

t.test('on a holiday only the hours for holidays hold', async (t) => {
  const calendar = { timeZone: 'Asia/Tokyo', holidays: ['2026-11-23'] };
  const monday = at('2026-11-23T10:00:00+09:00');
  t.equal(isOpenAt(office, calendar, monday), false);
  t.same(nextChange(office, calendar, monday), at('2026-11-24T09:00:00+09:00'));
  const withDuty = weekly(
    { days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '17:00' },
    { days: ['holiday'], opens: '10:00', closes: '12:00' },
  );
  t.equal(isOpenAt(withDuty, calendar, monday), true);
  t.same(nextChange(withDuty, calendar, monday), at('2026-11-23T12:00:00+09:00'));
  const onlyHolidays = weekly({ days: ['holiday'], opens: '10:00', closes: '12:00' });
  t.same(nextChange(onlyHolidays, calendar, monday), at('2026-11-23T12:00:00+09:00'));
  t.equal(nextChange(onlyHolidays, calendar, at('2026-11-23T12:00:00+09:00')), undefined);
});

t.test('a night shift goes on into the morning, also of a holiday', async (t) => {
  const calendar = { timeZone: 'Asia/Tokyo', holidays: ['2026-11-23'] };
  const night = daily('20:00', '06:00');
  t.equal(isOpenAt(night, calendar, at('2026-11-23T05:00:00+09:00')), true, 'it began on Sunday');
  t.equal(isOpenAt(night, calendar, at('2026-11-23T21:00:00+09:00')), false);
  t.equal(isOpenAt(night, calendar, at('2026-11-24T05:00:00+09:00')), false);
});

t.test('periods that touch at midnight are one', async (t) => {
  const calendar = TOKYO;
  const evening = weekly(
    { days: ['fr'], opens: '20:00', closes: '24:00' },
    { days: ['sa'], opens: '00:00', closes: '02:00' },
  );
  t.same(nextChange(evening, calendar, at('2026-11-20T21:00:00+09:00')), at('2026-11-21T02:00:00+09:00'));
});

t.test('a time that a clock change leaves out is the first moment after it', async (t) => {
  const early = daily('02:30', '04:00');
  t.equal(isOpenAt(early, BERLIN, at('2026-03-29T00:59:59Z')), false);
  t.equal(isOpenAt(early, BERLIN, at('2026-03-29T01:00:00Z')), true, 'at 03:00');
  t.equal(isOpenAt(daily('02:10', '02:50'), BERLIN, at('2026-03-29T01:00:00Z')), false, 'no time is left');
});

t.test('of a time that a clock change brings twice the earlier one is meant', async (t) => {
  t.same(
    nextChange(daily('01:00', '02:30'), BERLIN, at('2026-10-25T00:00:00Z')),
    at('2026-10-25T00:30:00Z'),
    'it closes at the first 02:30',
  );
  t.equal(isOpenAt(daily('01:00', '02:30'), BERLIN, at('2026-10-25T01:15:00Z')), false, 'the second 02:15');
  t.equal(
    isOpenAt(daily('02:30', '05:00'), BERLIN, at('2026-10-25T01:15:00Z')),
    true,
    'open since the first',
  );
});

t.test('a day that a zone leaves out has no hours', async (t) => {
  const apia = { timeZone: 'Pacific/Apia', holidays: [] };
  t.same(nextChange(office, apia, at('2011-12-29T17:00:00-10:00')), at('2012-01-02T09:00:00+14:00'));
});

/** Zones with changes of an hour, of half an hour, at midnight, and with none; each with moments near a change. */
const ZONES: [zone: string, changes: string[]][] = [
  ['Europe/Berlin', ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z']],
  ['America/New_York', ['2026-03-08T07:00:00Z', '2026-11-01T06:00:00Z']],
  ['Australia/Lord_Howe', ['2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z']],
  ['America/Havana', ['2026-03-08T05:00:00Z', '2026-11-01T05:00:00Z']],
  ['Africa/Cairo', ['2026-04-23T22:00:00Z', '2026-10-29T21:00:00Z']],
  ['America/Sao_Paulo', ['2018-02-18T02:00:00Z', '2018-11-04T03:00:00Z']],
  ['Asia/Tokyo', ['2026-06-01T00:00:00Z']],
];
const moments = fc
  .constantFrom(...ZONES.flatMap(([timeZone, changes]) => changes.map((change) => ({ timeZone, change }))))
  .chain(({ timeZone, change }) =>
    fc.integer({ min: -3 * 1440, max: 3 * 1440 }).map((minutes) => ({
      timeZone,
      change: at(change),
      moment: new Date(at(change).getTime() + minutes * MINUTE),
    })),
  );
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minutes = quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
const anyHours = fc
  .array(
    fc.record({
      days: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }),
      opens: time,
      closes: fc.oneof(time, fc.constant('24:00')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .filter((periods) => hours.safeParse({ kind: 'weekly', periods }).success)
  .map((periods) => weekly(...periods));

t.test('nothing changes before the next change, and then it does', async () => {
  fc.assert(
    fc.property(
      anyHours,
      moments,
      fc.array(fc.nat(), { maxLength: 8 }),
      (hours, { timeZone, moment }, steps) => {
        const calendar = { timeZone, holidays: [localDate(moment, timeZone)] };
        const change = nextChange(hours, calendar, moment);
        if (!change) return;
        const now = isOpenAt(hours, calendar, moment);
        const length = change.getTime() - moment.getTime();
        const between = [0, length - 1, ...steps.map((step) => step % length)];
        return (
          length > 0 &&
          isOpenAt(hours, calendar, change) !== now &&
          between.every((ms) => isOpenAt(hours, calendar, new Date(moment.getTime() + ms)) === now)
        );
      },
    ),
    { numRuns: 300 },
  );
});

t.test('further than a day from a clock change, what the clock on the wall says decides', async () => {
  fc.assert(
    fc.property(anyHours, moments, (hours, { timeZone, change, moment }) => {
      if (Math.abs(moment.getTime() - change.getTime()) < 1.2 * 1440 * MINUTE) return;
      const calendar = { timeZone, holidays: [] };
      return isOpenAt(hours, calendar, moment) === openByTheWall(hours, moment, timeZone);
    }),
    { numRuns: 500 },
  );
});

function localDate(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone }).format(moment);
}

function openByTheWall(hours: Hours, moment: Date, timeZone: string): boolean {
  if (hours.kind === 'always') return true;
  const options = {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = DAYS.indexOf(part('weekday').slice(0, 2).toLowerCase() as 'mo');
  const now = `${part('hour')}:${part('minute')}`;
  const [today, yesterday] = [DAYS[day], DAYS[(day + 6) % 7]];
  return hours.periods.some(({ days, opens, closes }) => {
    const overNight = closes <= opens;
    if (days.includes(today as 'mo') && opens <= now && (overNight || now < closes)) return true;
    return overNight && days.includes(yesterday as 'mo') && now < closes;
  });
}
