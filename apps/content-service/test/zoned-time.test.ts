import t from 'tap';
import { momentOf } from '../src/browser/zoned-time.ts';

const at = (local: string, zone: string) => {
  const found = momentOf(local, zone);
  return found && [new Date(found.at).toISOString().slice(0, 16), found.moved];
};

t.test('a time on the wall is a moment', async (t) => {
  t.same(at('2026-11-12T14:05', 'Asia/Jakarta'), ['2026-11-12T07:05', false]);
  t.same(at('2026-11-12T14:05', 'Asia/Kathmandu'), ['2026-11-12T08:20', false]);
  t.same(at('2026-11-12T00:00', 'Pacific/Kiritimati'), ['2026-11-11T10:00', false]);
  t.equal(at('soon', 'UTC'), undefined);
});

t.test('a time that clocks jump over is the first moment after', async (t) => {
  t.same(at('2026-03-29T02:30', 'Europe/Berlin'), ['2026-03-29T01:00', true]);
  t.same(at('2026-03-08T02:00', 'America/New_York'), ['2026-03-08T07:00', true]);
  t.same(at('2026-10-04T02:15', 'Australia/Lord_Howe'), ['2026-10-03T15:30', true]);
});

t.test('a time that clocks show twice is the earlier moment', async (t) => {
  t.same(at('2026-10-25T02:30', 'Europe/Berlin'), ['2026-10-25T00:30', false]);
  t.same(at('2026-11-01T01:30', 'America/New_York'), ['2026-11-01T05:30', false]);
});
