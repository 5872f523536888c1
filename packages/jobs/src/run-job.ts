import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { GiveUp, JobFailed } from './give-up.ts';
import type { Queue } from './queue.ts';

export interface Job {
  id: string;
  /** 1 at the first try. */
  attempt: number;
  /** Aborted when the time is up, the lease was lost, or the process stops. */
  signal: AbortSignal;
}

export interface Worker<P extends object> {
  /** Does the work. It may happen again after it was done: after a crash, nobody knows. */
  work(payload: P, job: Job): Promise<void>;
  /** Told when a job will not be tried again, before it is removed. */
  gaveUp?(payload: P, job: Job, error: unknown): Promise<void>;
  onError(error: JobFailed): void;
}

/** Does one job. One that is done or given up is removed at once: what it holds may be private. */
export async function runJob<P extends object>(
  boss: PgBoss,
  queue: Queue<P>,
  worker: Worker<P>,
  claimed: JobWithMetadata<P>,
  stopping: AbortSignal,
): Promise<void> {
  const limit = AbortSignal.timeout(queue.timeoutSeconds * 1000);
  const signal = AbortSignal.any([claimed.signal, stopping, limit]);
  const job = { id: claimed.id, attempt: claimed.retryCount + 1, signal };
  try {
    await worker.work(claimed.data, job);
  } catch (error) {
    const last = error instanceof GiveUp || claimed.retryCount >= claimed.retryLimit;
    const failed = new JobFailed(queue.name, job.id, job.attempt, last, error);
    worker.onError(failed);
    if (!last) throw new Error(failed.message); // kept with the job, so without its cause
    await worker.gaveUp?.(claimed.data, job, error);
  }
  await boss.deleteJob(queue.name, { id: claimed.id, retryCount: claimed.retryCount });
}
