import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Prints the test files that use a database, in one line: those to run again on PostgreSQL. */
const IMPORT = /from '((?:\.\.?\/|@warta\/)[^']+)'/g;
const seen = new Map<string, boolean>();

const files = globSync('{apps,packages}/*/test/**/*.test.ts').sort();
console.log(files.filter(usesDatabase).join(' '));

/** Whether a file imports what makes test databases, itself or through helpers it imports. */
function usesDatabase(file: string): boolean {
  const known = seen.get(file);
  if (known !== undefined) return known;
  seen.set(file, false);
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const imported = [...source.matchAll(IMPORT)].map(([, name = '']) => name);
  const uses =
    source.includes('TEST_DATABASE_URL') ||
    imported.includes('@warta/database/testing') ||
    imported.some((name) => usesDatabase(helper(file, name)));
  seen.set(file, uses);
  return uses;
}

/** The helper behind an import; packages' own code is no helper, what they offer for tests is. */
function helper(file: string, name: string): string {
  const noun = /^@warta\/([\w-]+)\/testing$/.exec(name)?.[1];
  if (noun) return `packages/${noun}/src/testing/index.ts`;
  return name.startsWith('.') && !name.includes('/src/') ? join(dirname(file), name) : '';
}
