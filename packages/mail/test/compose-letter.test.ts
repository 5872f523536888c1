import t from 'tap';
import { composeLetter } from '../src/compose-letter.ts';
import type { Letter } from '../src/letter.ts';
import { NOTIFICATIONS } from '../src/notifications.ts';

const at = new Date('2026-11-22T01:00:00Z');
const link = 'https://warta.test/desk/posts/1';
const about = { who: 'Budi', title: 'Malam film', site: 'KBRI Tokyo', link };

const LETTERS: Letter[] = [
  { kind: 'invitation', who: 'Budi', site: 'KBRI Tokyo', link, until: at },
  { kind: 'invitation', who: 'Budi', link, until: at },
  { kind: 'password-reset', link, until: at },
  { kind: 'review-asked', ...about, note: 'Tolong hari ini.' },
  { kind: 'changes-asked', ...about },
  { kind: 'published', ...about },
  { kind: 'something-due', what: 'scheduled', title: 'Malam film', site: 'KBRI Tokyo', link, at },
  { kind: 'something-due', what: 'closing', title: 'Beasiswa', site: 'KBRI Tokyo', link, at },
  { kind: 'alert-ends', title: 'Gempa bumi di Jepang', practice: false, link, at },
  { kind: 'alert-ends', title: 'Gempa bumi di Jepang', practice: true, link, at },
  { kind: 'acknowledgment', what: 'asked', title: 'Imbauan', site: 'KBRI Tokyo', link, due: at },
  { kind: 'acknowledgment', what: 'overdue', title: 'Imbauan', site: 'KBRI Tokyo', link, due: at },
  { kind: 'new-sign-in', device: 'Firefox, Android', at, link },
];

const compose = (letter: Letter, locale: string, name?: string) =>
  composeLetter(letter, { locale, timezone: 'Asia/Tokyo', ...(name && { name }) }, 'https://warta.test');

t.test(
  'every letter has a subject, its link on a line of its own, and says where it comes from',
  async (t) => {
    for (const letter of LETTERS) {
      for (const locale of ['id', 'en']) {
        const { subject, text } = compose(letter, locale);
        t.ok(subject.length > 5 && !subject.includes('\n'), subject);
        t.ok(text.split('\n').includes(link), 'the link stands alone');
        t.match(text, 'https://warta.test');
        t.notMatch(text, /undefined|null|\[object/);
      }
      t.not(compose(letter, 'id').text, compose(letter, 'en').text);
    }
  },
);

t.test('Indonesian for those who chose it, English for everybody else', async (t) => {
  const [invitation] = LETTERS as [Letter];
  t.match(compose(invitation, 'id-ID', 'Sari').text, /^Yth\. Sari,\n/);
  t.match(compose(invitation, 'ar', 'Sari').text, /^Dear Sari,\n/);
  t.match(compose(invitation, 'en').text, /^Good day,\n/);
});

t.test('dates are told in the zone of whom they are for', async (t) => {
  const due = LETTERS[6] as Letter;
  t.match(compose(due, 'en').text, /22 November 2026.*10:00/);
  t.match(compose(due, 'id').text, /22 November 2026.*10\.00/);
});

t.test('only what can be turned off says how', async (t) => {
  const kinds = new Set<string>(NOTIFICATIONS.map(({ kind }) => kind));
  for (const letter of LETTERS) {
    t.equal(compose(letter, 'en').text.includes('turn this kind of mail off'), kinds.has(letter.kind));
  }
  t.notOk(kinds.has('invitation') || kinds.has('password-reset'));
});

t.test('a note keeps its lines, told apart from our own words', async (t) => {
  const letter: Letter = { kind: 'changes-asked', ...about, note: 'Satu\r\nDua\u0000' };
  t.match(compose(letter, 'en').text, '\n> Satu\n> Dua\n');
});

t.test('titles are cut to one line of a bearable length, and cannot turn what follows', async (t) => {
  const title = `\u202eevil\u2066${'panjang '.repeat(60)}`;
  const { subject } = compose({ kind: 'published', ...about, title }, 'id');
  t.match(subject, /^Telah terbit: evilpanjang .*…$/);
  t.ok(subject.length <= 200);
});
