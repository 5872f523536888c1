import { warnOfDueAlert } from '@warta/alerts';
import type { Database } from '@warta/database';
import { tellAcknowledgments } from './colleagues/tell-acknowledgments.ts';
import { tellAlertEnds } from './colleagues/tell-alert-ends.ts';
import { tellWhatIsNear } from './colleagues/tell-what-is-near.ts';
import type { Config } from './config.ts';
import { startDueWork } from './due.ts';
import type { ServiceJobs } from './jobs.ts';
import { startSearchUpkeep } from './search-upkeep.ts';

/** What a process does that works through what is due; gives what stops it. */
export async function startDuties(
  config: Config,
  database: Database,
  jobs: ServiceJobs,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const { db } = database;
  const { mail } = jobs;
  const remind = async () => {
    await tellWhatIsNear(db, config, mail);
    await tellAcknowledgments(db, config, mail);
    while (await warnOfDueAlert(db, (trx, alert) => tellAlertEnds({ config, mail }, trx, alert)));
  };
  const due = startDueWork(database, config, onError, remind);
  const upkeep = startSearchUpkeep(database, onError);
  await jobs.work();
  return async () => {
    await due.stop();
    await upkeep.stop();
  };
}
