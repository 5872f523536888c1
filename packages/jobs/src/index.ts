export { GiveUp, JobFailed } from './give-up.ts';
export { type Jobs, type JobsOptions, openJobs } from './open-jobs.ts';
export type { Queue } from './queue.ts';
export type { Job } from './run-job.ts';
