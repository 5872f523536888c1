import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { DESK_CATALOGUES } from '../../src/desk/frame/words.ts';

const DESK = join(import.meta.dirname, '../../src/desk');
const sources = globSync(['**/*.{eta,ts}', '../{colleagues,people}/*.ts'], { cwd: DESK }).map((file) =>
  readFileSync(join(DESK, file), 'utf8'),
);
const keysOf = (locale: string) => [...(DESK_CATALOGUES.get(locale)?.messages.keys() ?? [])].sort();

/** Keys that are put together: everything that begins so counts as used. */
const FAMILIES = [
  ...new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/`([a-z-]+(?:\.[a-z-]+)*[.-])\$\{/g)].map(([, stem]) => stem ?? ''),
    ),
  ),
];

/** The keys between which a condition chooses. */
const chosenIn = (either: string) => [...either.matchAll(/[?:]\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '');

t.test('both languages of the desk say the same things', async (t) => {
  t.same(keysOf('id'), keysOf('en'));
});

t.test('whatever a page says stands in the catalogues', async (t) => {
  const known = new Set(keysOf('en'));
  const used = sources.flatMap((source) => [
    ...[...source.matchAll(/\bt\('([\w.:-]+)'/g)].map(([, key]) => key ?? ''),
    ...[...source.matchAll(/\bt\(([^'`()]+\?[^)]+)\)/g)].flatMap(([, either]) => chosenIn(either ?? '')),
    ...[...source.matchAll(/\.draw\(\s*'[\w/-]+',\s*'([\w.-]+)'/g)].map(([, key]) => key ?? ''),
    ...[...source.matchAll(/\?said=([\w-]+)/g)].map(([, key]) => `said.${key}`),
  ]);
  t.same(
    [...new Set(used)].filter((key) => !known.has(key)),
    [],
  );
});

t.test('nothing stands in the catalogues that no page says', async (t) => {
  const text = sources.join('\n');
  const unused = keysOf('en').filter((key) => {
    if (text.includes(`'${key}'`) || FAMILIES.some((stem) => key.startsWith(stem))) return false;
    return !key.startsWith('wrong.') && !key.startsWith('said.');
  });
  t.same(unused, []);
});
