import fc from 'fast-check';
import t from 'tap';
import { slugify } from '../src/index.ts';

t.test('a title becomes its words, joined by hyphens', async (t) => {
  t.equal(slugify('Taller de batik — ¡para Niños!'), 'taller-de-batik-para-ninos');
  t.equal(slugify('The Ambassador’s reception'), 'the-ambassadors-reception');
  t.equal(slugify('  17 Agustus: upacara  '), '17-agustus-upacara');
});

t.test('any script can be spelled', async (t) => {
  for (const title of [
    'インドネシア映画の夕べ',
    'دورة اللغة',
    'Українська мова',
    'ภาษาไทย',
    '한국어',
    'አማርኛ',
  ]) {
    t.match(slugify(title), /^[a-z0-9]+(-[a-z0-9]+)*$/, title);
  }
});

t.test('a title of nothing but marks has no slug', async (t) => {
  for (const title of ['', '   ', '…!?', '—']) t.equal(slugify(title), undefined, JSON.stringify(title));
});

t.test('a long title is cut after a word, a long word where it must be', async (t) => {
  t.equal(slugify('selamat pagi dunia '.repeat(9)), `${'selamat-pagi-dunia-'.repeat(4)}`.slice(0, -1));
  t.equal(slugify('a'.repeat(200)), 'a'.repeat(80));
});

t.test('a slug is short, plain and its own slug, however the title is composed', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const slug = slugify(title);
      if (slug === undefined) return true;
      const plain = slug.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
      return plain && slugify(slug) === slug && slugify(title.normalize('NFD')) === slug;
    }),
  );
});
