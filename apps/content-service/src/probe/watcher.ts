import { Worker } from 'node:worker_threads';
import type { AlertSighting } from '@warta/alerts';
import type { BannerCheck } from './judge-banner.ts';
import type { Check } from './judge-sight.ts';
import type { Job, JobDone, Seen } from './worker.ts';

const ENDED = 'the probe thread has ended';

type Wanted =
  | { kind: 'headlines'; origin: string; checks: Check[] }
  | { kind: 'banners'; origin: string; checks: BannerCheck[] };

/**
 * The thread that looks at pages, so that looking does not keep the service from answering. One that has died is
 * followed by another when there is something to look at.
 */
export class Watcher {
  #worker: Worker | undefined;
  #stopped = false;
  readonly #waiting = new Map<
    number,
    { resolve: (seen: JobDone['seen']) => void; reject: (error: Error) => void }
  >();
  #jobs = 0;

  constructor() {
    this.#worker = this.#start();
  }

  /** Looks at all sites of `checks`, as a reader would, through `origin` (`http://127.0.0.1:3000`). */
  look(origin: string, checks: Check[]): Promise<Seen[]> {
    return this.#ask({ kind: 'headlines', origin, checks }) as Promise<Seen[]>;
  }

  /** The same for the alerts that stand there, or must not. */
  lookAtBanners(origin: string, checks: BannerCheck[]): Promise<AlertSighting[]> {
    return this.#ask({ kind: 'banners', origin, checks }) as Promise<AlertSighting[]>;
  }

  /** @throws {Error} when the thread ends before it has looked, or nobody is to look any more */
  #ask(what: Wanted): Promise<JobDone['seen']> {
    if (this.#stopped) return Promise.reject(new Error(ENDED));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#jobs += 1;
    const job: Job = { id: this.#jobs, ...what };
    return new Promise((resolve, reject) => {
      this.#waiting.set(job.id, { resolve, reject });
      worker.postMessage(job);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    worker.on('message', ({ id, seen }: JobDone) => {
      this.#waiting.get(id)?.resolve(seen);
      this.#waiting.delete(id);
    });
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error(ENDED)));
    worker.unref();
    return worker;
  }

  /** Tells whoever waits; an error is followed by the end of the same thread, and by then there may be another one. */
  #lose(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
