import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFor } from '@warta/languages';
import t from 'tap';

const root = join(import.meta.dirname, '../../..');
const known = catalogueFor('en').messages;
const read = (...patterns: string[]) =>
  globSync(patterns, { cwd: root }).map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));

t.test('every string that a template asks for is there', async (t) => {
  for (const { file, source } of read('themes/**/*.eta')) {
    for (const [, key = ''] of source.matchAll(/it\.t\('([^']+)'/g)) t.ok(known.has(key), `${file}: ${key}`);
  }
});

/** Keys that are put together: `kind.${kind}` stands for each key of that form. */
function familiesIn(text: string): RegExp[] {
  const literals = text.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g);
  const forms = [...literals].map(([, form = '']) => form.split(/\$\{[^}]*\}/));
  return forms
    .filter((parts) => parts.length > 1 && parts.some((part) => /[a-z]\.|\.[a-z]/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`));
}

t.test('nothing stands in the catalogues that no page says', async (t) => {
  const sources = read('themes/**/*.eta', 'packages/*/src/**/*.ts', 'apps/content-service/src/**/*.{eta,ts}');
  const text = sources.map(({ source }) => source).join('\n');
  const families = familiesIn(text);
  const unused = [...known.keys()].filter(
    (key) => !text.includes(`'${key}'`) && !families.some((family) => family.test(key)),
  );
  t.same(unused, []);
});
