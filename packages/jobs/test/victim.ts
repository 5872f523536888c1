import { openDatabase } from '@warta/database';
import { openJobs } from '../src/index.ts';
import { LETTERS } from './letters.ts';

/** Takes over three jobs, says so, begins with the first ones, says so, and never ends by itself. */
const database = await openDatabase({
  databaseUrl: process.env.DATABASE_URL,
  dataDir: process.env.DATA_DIR ?? '',
});
const jobs = await openJobs(database, { queues: [LETTERS], works: true, onError: console.error });
await database.db.transaction().execute(async (trx) => {
  for (const text of ['one', 'two', 'three']) await jobs.enqueue(trx, LETTERS, { text });
});
console.log('acknowledged');
let begun = 0;
await jobs.work(LETTERS, {
  work: () =>
    new Promise(() => {
      begun += 1;
      if (begun === LETTERS.atOnce) console.log('begun');
    }),
});
setInterval(() => {}, 60_000);
