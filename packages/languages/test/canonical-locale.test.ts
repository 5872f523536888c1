import t from 'tap';
import { baseLanguage, canonicalLocale, sameLanguage } from '../src/index.ts';

t.test('a tag comes out in its canonical form', async (t) => {
  for (const [tag, canonical] of [
    ['ID', 'id'],
    ['in', 'id'],
    ['iw', 'he'],
    ['zh-hant', 'zh-Hant'],
    ['PT-br', 'pt-BR'],
    ['fa-af', 'fa-AF'],
    ['tet', 'tet'],
  ] as const) {
    t.equal(canonicalLocale(tag), canonical, tag);
  }
});

t.test('what is malformed or overlong is no locale', async (t) => {
  for (const tag of [
    '',
    'e',
    'en_US',
    'en-',
    'english!',
    '../en',
    'en us',
    `en-${'x-abcdefgh-'.repeat(4)}a`,
  ]) {
    t.equal(canonicalLocale(tag), undefined, JSON.stringify(tag));
  }
});

t.test('tags are of one language when their first subtags agree', async (t) => {
  t.equal(baseLanguage('zh-Hant-TW'), 'zh');
  t.ok(sameLanguage('pt-BR', 'pt-PT'));
  t.ok(sameLanguage('id', 'ID'));
  t.notOk(sameLanguage('fil', 'fi'));
  t.notOk(sameLanguage('fa', 'ar'));
});
