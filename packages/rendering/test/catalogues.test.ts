import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';

const root = join(import.meta.dirname, '../../..');
const dir = join(root, 'packages/languages/catalogues');
const catalogue = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(join(dir, `${lang}.json`), 'utf8'));
const english = catalogue('en');

t.test('every catalogue has every string, with the same values in it', async (t) => {
  for (const lang of ['id', 'ar', 'ja', 'es']) {
    const messages = catalogue(lang);
    t.same(Object.keys(messages).sort(), Object.keys(english).sort(), lang);
    for (const [key, message] of Object.entries(messages))
      t.same(valuesOf(message), valuesOf(english[key] ?? ''), `${lang} ${key}`);
  }
});

t.test('plurals have the forms that the language needs', async (t) => {
  for (const lang of ['en', 'id', 'ar', 'ja', 'es']) {
    const needed = new Set(Array.from({ length: 200 }, (_, n) => new Intl.PluralRules(lang).select(n)));
    for (const [key, message] of Object.entries(catalogue(lang))) {
      for (const [, forms = ''] of message.matchAll(/, plural, ((?:\w+ \{[^}]*\} ?)+)\}/g)) {
        const given = [...forms.matchAll(/(\w+) \{/g)].map(([, form]) => form);
        t.ok(
          given.includes('other') && [...needed].every((form) => given.includes(form)),
          `${lang} ${key}: ${given}`,
        );
      }
    }
  }
});

t.test('every string that a template asks for is there', async (t) => {
  const themes = join(root, 'themes');
  const templates = readdirSync(themes, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.eta'),
  );
  for (const file of templates) {
    for (const [, key = ''] of readFileSync(join(themes, file), 'utf8').matchAll(/it\.t\('([^']+)'/g))
      t.ok(english[key], `${file}: ${key}`);
  }
});

function valuesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?:\}|, plural)/g)].map(([, name]) => name ?? ''))].sort();
}
