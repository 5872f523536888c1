import { Worker } from 'node:worker_threads';
import type { AlertSighting } from '@warta/alerts';
import type { BannerCheck } from './judge-banner.ts';
import type { Check } from './judge-sight.ts';
import type { Job, JobDone, Seen } from './worker.ts';

type Wanted =
  | { kind: 'headlines'; origin: string; checks: Check[] }
  | { kind: 'banners'; origin: string; checks: BannerCheck[] };

/** The thread that looks at pages, so that looking does not keep the service from answering. */
export class Watcher {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url));
  readonly #waiting = new Map<
    number,
    { resolve: (seen: JobDone['seen']) => void; reject: (error: Error) => void }
  >();
  #jobs = 0;

  constructor() {
    this.#worker.on('message', ({ id, seen }: JobDone) => {
      this.#waiting.get(id)?.resolve(seen);
      this.#waiting.delete(id);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the probe thread has ended')));
    this.#worker.unref();
  }

  /** Looks at all sites of `checks`, as a reader would, through `origin` (`http://127.0.0.1:3000`). */
  look(origin: string, checks: Check[]): Promise<Seen[]> {
    return this.#ask({ kind: 'headlines', origin, checks }) as Promise<Seen[]>;
  }

  /** The same for the alerts that stand there, or must not. */
  lookAtBanners(origin: string, checks: BannerCheck[]): Promise<AlertSighting[]> {
    return this.#ask({ kind: 'banners', origin, checks }) as Promise<AlertSighting[]>;
  }

  #ask(what: Wanted): Promise<JobDone['seen']> {
    this.#jobs += 1;
    const job: Job = { id: this.#jobs, ...what };
    return new Promise((resolve, reject) => {
      this.#waiting.set(job.id, { resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    const reason = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
