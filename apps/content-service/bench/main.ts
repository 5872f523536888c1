import { benchImport } from './import.ts';
import { benchKill } from './kill.ts';
import { benchPictures } from './pictures.ts';
import { report } from './report.ts';
import { benchSearch } from './search.ts';
import { benchSync } from './sync-sizes.ts';

/** `npm run bench -- sync [most sites] [runs]`, `… kill [times]`, `… import`, `… search [posts a site]` or `… pictures [uploads]`. */
const [name, size, runs] = process.argv.slice(2);
if (name === 'sync')
  report(nameOn('sync'), await benchSync(Number(size ?? 10_000), runs ? Number(runs) : undefined));
else if (name === 'kill') report(name, await benchKill(Number(size ?? 50)));
else if (name === 'import') report(name, await benchImport());
else if (name === 'search') {
  const posts = Number(size ?? 200);
  report(nameOn(`search-${posts}`), await benchSearch(posts));
} else if (name === 'pictures') report(name, await benchPictures(size ? Number(size) : undefined));
else {
  console.error(
    'Which one? sync [most sites] [runs], kill [times], import, search [posts a site], pictures [uploads]',
  );
  process.exitCode = 1;
}
process.exit();

/** What is measured on PostgreSQL, with a second web node, is kept apart. */
function nameOn(what: string): string {
  return process.env.TEST_DATABASE_URL ? `${what}-postgres` : what;
}
