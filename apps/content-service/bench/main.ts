import { benchImport } from './import.ts';
import { report } from './report.ts';
import { benchSync } from './sync.ts';

/** `npm run bench -- sync [most sites]` or `npm run bench -- import`. */
const [name, size] = process.argv.slice(2);
if (name === 'sync') report(name, await benchSync(Number(size ?? 10_000)));
else if (name === 'import') report(name, await benchImport());
else {
  console.error('Which one? sync [most sites], import');
  process.exitCode = 1;
}
process.exit();
