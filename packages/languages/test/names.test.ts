import t from 'tap';
import { countryName, directionOf, endonym, languageName } from '../src/index.ts';

t.test('a language is named in another', async (t) => {
  t.equal(languageName('ja', 'id'), 'Jepang');
  t.equal(languageName('id', 'en'), 'Indonesian');
  t.equal(languageName('id', 'tet'), 'Indonesian', 'in English where there is no data');
  t.equal(languageName('qaa', 'en'), 'qaa', 'as its tag where there is no name');
});

t.test('a language names itself as it writes itself', async (t) => {
  t.equal(endonym('es'), 'español');
  t.equal(endonym('de'), 'Deutsch');
  t.equal(endonym('ar'), 'العربية');
  t.equal(endonym('id'), 'Bahasa Indonesia', 'never only the country’s name');
  t.equal(endonym('tet'), 'Tetun');
});

t.test('a country is named in a language', async (t) => {
  t.equal(countryName('NL', 'id'), 'Belanda');
  t.equal(countryName('JP', 'ja'), '日本');
  t.equal(countryName('HK', 'en'), 'Hong Kong');
  t.equal(countryName('NZ', 'tpi'), 'New Zealand', 'in English where there is no data');
  t.throws(() => countryName('Holland', 'en'), RangeError);
});

t.test('a locale runs in the direction of its script', async (t) => {
  for (const locale of ['ar', 'fa', 'fa-AF', 'he', 'ur', 'az-Arab'])
    t.equal(directionOf(locale), 'rtl', locale);
  for (const locale of ['id', 'en', 'ja', 'az', 'not a tag']) t.equal(directionOf(locale), 'ltr', locale);
});
