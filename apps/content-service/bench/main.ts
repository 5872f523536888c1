import { benchImport } from './import.ts';
import { benchPictures } from './pictures.ts';
import { report } from './report.ts';
import { benchSync } from './sync.ts';

/** `npm run bench -- sync [most sites]`, `… import` or `… pictures [uploads]`. */
const [name, size] = process.argv.slice(2);
if (name === 'sync') report(name, await benchSync(Number(size ?? 10_000)));
else if (name === 'import') report(name, await benchImport());
else if (name === 'pictures') report(name, await benchPictures(size ? Number(size) : undefined));
else {
  console.error('Which one? sync [most sites], import, pictures [uploads]');
  process.exitCode = 1;
}
process.exit();
