import type { Database } from '@warta/database';
import { openJobs } from '@warta/jobs';
import { MAIL_QUEUE, type Mail, openMail, workMail } from '@warta/mail';
import type { Config } from './config.ts';
import { HUB_QUEUE } from './hub/hub-jobs.ts';
import { startHub } from './hub/start-hub.ts';
import { preparePurging, startPurging } from './outside-cache/start-purging.ts';

/** Every queue of the service, by the package whose work it is. */
const QUEUES = [MAIL_QUEUE, HUB_QUEUE];

export interface ServiceJobs {
  mail: Mail;
  /** Begins with what waits. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the queue; a web process hands work over, and the others also do it. */
export async function openServiceJobs(
  config: Config,
  database: Database,
  onError: (error: unknown) => void,
): Promise<ServiceJobs> {
  const jobs = await openJobs(database, { queues: QUEUES, works: config.role !== 'web', onError });
  const { hub, outsideCache } = config;
  if (config.role !== 'web') await preparePurging(database, outsideCache);
  let telling: Awaited<ReturnType<typeof startHub>> | undefined;
  let purging: ReturnType<typeof startPurging> | undefined;
  return {
    mail: openMail(jobs, config.mail),
    async work() {
      if (config.mail) await workMail(database, jobs, config.mail);
      if (hub) telling = await startHub(database, jobs, { ...config, hub }, onError);
      if (outsideCache) purging = startPurging(database, outsideCache, onError);
    },
    async stop() {
      await purging?.stop();
      await telling?.stop();
      await jobs.stop();
      await telling?.close();
    },
  };
}
