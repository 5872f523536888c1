import t from 'tap';
import { clockAt, momentAt } from '../src/local-times.ts';

const at = (local: string, zone: string) => momentAt(local, zone)?.toISOString();

t.test('a time on the clock is a moment in its zone', async (t) => {
  t.equal(at('2026-11-22T08:00', 'Asia/Tokyo'), '2026-11-21T23:00:00.000Z');
  t.equal(at('2026-11-22T08:00', 'Asia/Jakarta'), '2026-11-22T01:00:00.000Z');
  t.equal(clockAt(new Date('2026-11-21T23:00:00Z'), 'Asia/Tokyo'), '2026-11-22T08:00');
});

t.test('around a clock change it is the first valid moment, and the earlier of two', async (t) => {
  t.equal(at('2026-03-29T02:30', 'Europe/Berlin'), '2026-03-29T01:00:00.000Z', '02:30 never comes: 03:00');
  t.equal(
    at('2026-10-25T02:30', 'Europe/Berlin'),
    '2026-10-25T00:30:00.000Z',
    '02:30 comes twice: the first',
  );
});

t.test('what is no time is not taken for one', async (t) => {
  for (const wrong of ['', 'now', '2026-13-01T00:00', '2026-02-30T00:00', '2026-11-22', '2026-11-22T25:00']) {
    t.equal(momentAt(wrong, 'Asia/Jakarta'), undefined, wrong);
  }
});
