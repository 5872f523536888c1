import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Trx } from '@warta/database';
import { fromKysely, PgBoss } from 'pg-boss';
import { bossDatabase } from './boss-database.ts';
import { bossQueue, type Queue } from './queue.ts';
import { runJob, type Worker } from './run-job.ts';

/** Where the queue keeps its tables; they are its own, and no part of a backup. */
const SCHEMA = 'pgboss';
const SUPERVISE_SECONDS = 5;
/** A notification wakes workers at once; this finds what one that got lost was about, and what is tried again. */
const POLL_SECONDS = 30;
const HOUR = 60 * 60;
const NO_JOB = '00000000-0000-0000-0000-000000000000';
/** Work under way when the process is told to stop has this long to end. */
const GRACE_MS = 8000;

export interface JobsOptions {
  /** All queues there are. */
  queues: readonly Queue<object>[];
  /** Whether this process does jobs, or only hands them over. */
  works: boolean;
  onError: (error: unknown) => void;
  pollSeconds?: number;
}

export interface Jobs {
  /**
   * Hands work over in the caller's transaction: it is done, later and at least once, if and only if that
   * commits. Returns the job's id.
   */
  enqueue<P extends object>(
    trx: Trx,
    queue: Queue<P>,
    payload: P,
    options?: { notBefore?: Date },
  ): Promise<string>;
  /** Does the jobs of a queue in this process until `stop`. */
  work<P extends object>(queue: Queue<P>, worker: Omit<Worker<P>, 'onError'>): Promise<void>;
  /** Takes no more jobs, and waits for those under way; what does not end in time is done again later. */
  stop(): Promise<void>;
}

/** Opens the durable queue in this database, making or upgrading its tables and queues where needed. */
export async function openJobs(database: Database, options: JobsOptions): Promise<Jobs> {
  const { queues, works, onError, pollSeconds = POLL_SECONDS } = options;
  const boss = new PgBoss({ db: bossDatabase(database), schema: SCHEMA, ...duties(database, works) });
  boss.on('error', onError);
  await boss.start();
  for (const queue of queues) await prepareQueue(boss, queue);
  const stopping = new AbortController();
  const worked = new Set<string>();

  return {
    async enqueue(trx, queue, payload, { notBefore } = {}) {
      const startAfter = notBefore && { startAfter: notBefore };
      const id = await boss.send(queue.name, payload, { db: fromKysely(trx), ...startAfter });
      if (id === null) throw new Error(`the queue ${queue.name} did not take a job`);
      return id;
    },
    async work(queue, worker) {
      worked.add(queue.name);
      const settings = {
        includeMetadata: true,
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
      } as const;
      for (let n = 0; n < queue.atOnce; n += 1) {
        let id: string | undefined;
        id = await boss.work<NonNullable<typeof queue.payload>, void, typeof settings>(
          queue.name,
          settings,
          async ([job]) => {
            if (!job) return;
            // Jobs handed over together send one notification: whoever has done one looks for the next at once.
            if (id !== undefined) boss.notifyWorker(id);
            await runJob(boss, queue, { ...worker, onError }, job, stopping.signal);
          },
        );
      }
    },
    async stop() {
      const idle = Promise.all([...worked].map((name) => boss.offWork(name, { wait: true })));
      const timer = new AbortController();
      await Promise.race([idle, sleep(GRACE_MS, undefined, { signal: timer.signal }).catch(() => {})]);
      timer.abort();
      stopping.abort(new Error('the process stops'));
      await idle;
      await boss.stop({ graceful: false });
    },
  };
}

/** What this process does beside jobs: only one that works looks for leases that ran out and removes leftovers. */
function duties({ kind }: Database, works: boolean) {
  return {
    backend: kind === 'embedded' ? ('pglite' as const) : ('postgres' as const),
    schedule: false,
    supervise: works,
    useListenNotify: works,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    maintenanceIntervalSeconds: HOUR,
    flowIntervalSeconds: HOUR,
    bamIntervalSeconds: HOUR,
  };
}

/**
 * Queues are looked up once and then known: looked up inside a transaction, a queue would wait for the one
 * connection of the embedded database, which that transaction holds.
 */
async function prepareQueue(boss: PgBoss, queue: Queue<object>): Promise<void> {
  await boss.createQueue(queue.name, bossQueue(queue));
  await boss.updateQueue(queue.name, bossQueue(queue));
  await boss.findJobs(queue.name, { id: NO_JOB });
}
