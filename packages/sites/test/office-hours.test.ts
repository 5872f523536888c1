import t from 'tap';
import { type Contact, contactInput, type Office, officeHoursAfter } from '../src/index.ts';

const office = (more: Partial<Office> = {}): Office => ({
  timezone: 'Asia/Tokyo',
  contacts: [],
  holidays: [],
  ...more,
});
const after = (hours: number, from: string, at: Office = office()) =>
  officeHoursAfter(at, new Date(from), hours).toISOString();

const general = (opens: string, closes: string): Contact =>
  contactInput.parse({
    kind: 'email',
    value: 'office@mission.example',
    purpose: 'general',
    hours: { kind: 'weekly', periods: [{ days: ['mo', 'tu', 'we', 'th'], opens, closes }] },
  });

t.test('hours count while the office is open, and go on the next morning', async (t) => {
  // Tuesday, 10:00 in Tokyo; nothing is told of its hours: nine to five
  t.equal(after(4, '2026-11-24T01:00:00Z'), '2026-11-24T05:00:00.000Z');
  t.equal(after(10, '2026-11-24T01:00:00Z'), '2026-11-25T03:00:00.000Z');
  t.equal(after(2, '2026-11-24T12:00:00Z'), '2026-11-25T02:00:00.000Z', 'at night it waits for the morning');
});

t.test('a weekend, a holiday and hours of its own are kept', async (t) => {
  const friday = '2026-11-27T07:00:00Z'; // 16:00
  t.equal(after(2, friday), '2026-11-30T01:00:00.000Z', 'Monday, 10:00');
  const monday = { date: '2026-11-30', name: { en: 'Holiday' } };
  t.equal(after(2, friday, office({ holidays: [monday] })), '2026-12-01T01:00:00.000Z');
  const short = office({ contacts: [general('10:00', '12:00')] });
  t.equal(
    after(3, '2026-11-26T00:00:00Z', short),
    '2026-11-30T02:00:00.000Z',
    'two on Thursday, one on Monday',
  );
});

t.test('an office that never opens gets the hours of the clock', async (t) => {
  const never: Contact = {
    ...general('10:00', '12:00'),
    hours: { kind: 'weekly', periods: [{ days: ['holiday'], opens: '10:00', closes: '11:00' }] },
  };
  t.equal(after(5, '2026-11-26T00:00:00Z', office({ contacts: [never] })), '2026-11-26T05:00:00.000Z');
});
