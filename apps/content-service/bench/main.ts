import { parseArgs } from 'node:util';
import { benchGrowth } from './growth/growth.ts';
import { readSizes, type Size } from './growth/row.ts';
import { benchImport } from './import.ts';
import { benchKill } from './kill.ts';
import { benchPictures } from './pictures.ts';
import { report } from './report.ts';
import { benchSearch } from './search.ts';
import { benchSoak } from './soak/soak.ts';
import { benchSync } from './sync-sizes.ts';
import { benchTable, PART_NAMES } from './table/table.ts';

const USAGE = `npm run bench                       the whole table
npm run bench -- ${PART_NAMES.join('|')}
                                    these parts of it; with --sites 134 --posts 200 --seconds 3 --rounds 3 --most 10000
npm run bench -- growth [134x20 …]     sites × posts; 10000x200 on PostgreSQL and when named alone
npm run bench -- sync [most sites] [runs] | kill [times] | import | search [posts a site] | pictures [uploads] | soak [minutes]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sites: { type: 'string', default: '134' },
    posts: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    most: { type: 'string', default: '10000' },
  },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const [name, size, runs] = positionals;
if (name === 'sync')
  report(nameOn('sync'), await benchSync(Number(size ?? 10_000), runs ? Number(runs) : undefined));
else if (name === 'kill') report(name, await benchKill(Number(size ?? 50)));
else if (name === 'import') report(name, await benchImport());
else if (name === 'search') {
  const posts = Number(size ?? 200);
  report(nameOn(`search-${posts}`), await benchSearch(posts));
} else if (name === 'pictures') report(name, await benchPictures(size ? Number(size) : undefined));
else if (name === 'soak') report(nameOn('soak'), await benchSoak(Number(size ?? 10)));
else if (name === 'growth') await benchGrowth(sizesNamed(positionals.slice(1)));
else if (positionals.every((part) => PART_NAMES.includes(part))) {
  await benchTable(positionals.length > 0 ? positionals : PART_NAMES, {
    sites: above0('sites'),
    posts: above0('posts'),
    seconds: above0('seconds'),
    rounds: above0('rounds'),
    most: above0('most'),
  });
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
process.exit();

function sizesNamed(names: readonly string[]): readonly Size[] {
  try {
    return readSizes(names, process.env.TEST_DATABASE_URL ? 'postgres' : 'embedded');
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function above0(option: keyof typeof values): number {
  const number = Number(values[option]);
  if (number > 0) return number;
  console.error(`--${option} must be a number above 0`);
  process.exit(1);
}

/** What is measured on PostgreSQL, with a second web node, is kept apart. */
function nameOn(what: string): string {
  return process.env.TEST_DATABASE_URL ? `${what}-postgres` : what;
}
