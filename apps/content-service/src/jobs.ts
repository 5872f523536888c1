import type { Database } from '@warta/database';
import { openJobs } from '@warta/jobs';
import { MAIL_QUEUE, type Mail, openMail, workMail } from '@warta/mail';
import type { Config } from './config.ts';

/** Every queue of the service, by the package whose work it is. */
const QUEUES = [MAIL_QUEUE];

interface ServiceJobs {
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
  return {
    mail: openMail(jobs, config.mail),
    async work() {
      if (config.mail) await workMail(database, jobs, config.mail);
    },
    stop: jobs.stop,
  };
}
