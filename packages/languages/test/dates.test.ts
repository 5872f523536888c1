import fc from 'fast-check';
import t from 'tap';
import { formatDate, formatDateTime, isoInZone } from '../src/index.ts';

const evening = new Date('2026-10-11T22:30:00Z');

t.test('a date stands in the reader’s language and the site’s zone', async (t) => {
  t.equal(formatDate(evening, 'id', 'Asia/Jakarta'), '12 Oktober 2026');
  t.equal(formatDate(evening, 'en', 'America/New_York'), '11 October 2026');
  t.equal(formatDate(evening, 'ja', 'Asia/Tokyo'), '2026年10月12日');
  t.equal(formatDate(evening, 'tet', 'Asia/Dili'), '12 October 2026', 'in English where there is no data');
});

t.test('Arabic is given in the Gregorian calendar, whatever the region', async (t) => {
  t.equal(formatDate(evening, 'ar', 'Africa/Cairo'), '12 أكتوبر 2026');
  t.match(formatDate(evening, 'ar-SA', 'Asia/Riyadh'), 'أكتوبر');
});

t.test('a date with its time names the zone', async (t) => {
  t.match(formatDateTime(evening, 'id', 'Asia/Jakarta'), /^12 Oktober 2026 pukul 05\.30 WIB$/);
  t.match(formatDateTime(evening, 'en', 'Africa/Cairo'), /12 October 2026.*1:30.am GMT\+3/);
});

t.test('an instant is written with its zone’s offset', async (t) => {
  t.equal(isoInZone(evening, 'UTC'), '2026-10-11T22:30:00+00:00');
  t.equal(isoInZone(evening, 'Asia/Kathmandu'), '2026-10-12T04:15:00+05:45');
  t.equal(isoInZone(evening, 'America/St_Johns'), '2026-10-11T20:00:00-02:30');
  t.throws(() => isoInZone(evening, 'Mars/Olympus'), RangeError);
});

t.test('written with any offset it is still the same instant', async () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const instant = fc.date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, zone, (date, timeZone) => {
      const second = Math.floor(date.getTime() / 1000) * 1000;
      return Date.parse(isoInZone(date, timeZone)) === second;
    }),
  );
});
