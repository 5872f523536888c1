import { Pool } from 'undici';
import { percentile } from '../report.ts';
import type { Served } from '../table/served.ts';

/** How many ask at once for pages that are kept and for pages that are not, and how long each rests, in ms. */
const KEPT = { readers: 8, restMs: 10 };
const NEW = { readers: 2, restMs: 50 };

/** Readers of pages that are kept and of some that are not, without haste; they count what was not answered rightly. */
export class SoakReaders {
  readonly #pool: Pool;
  readonly #reading: Promise<void>[] = [];
  #stopped = false;
  #waits: number[] = [];
  #asked = 0;
  readonly wrong: string[] = [];

  constructor(served: Served) {
    this.#pool = new Pool(served.origin, { connections: KEPT.readers + NEW.readers });
    const kept = served.homes;
    const rare = (n: number) =>
      n % 2 === 0 ? `/missions?q=${n}` : `${served.homes[n % kept.length]}search?q=kabar${n}`;
    const posts = served.posts;
    for (let n = 0; n < KEPT.readers; n += 1)
      this.#reading.push(
        this.#read((i) => kept[(i * KEPT.readers + n) % kept.length] ?? '/', KEPT.restMs, true),
      );
    for (let n = 0; n < NEW.readers; n += 1)
      this.#reading.push(
        this.#read(
          (i) => (i % 3 === 0 ? rare(i * NEW.readers + n) : (posts[(i * 7 + n) % posts.length] ?? '/')),
          NEW.restMs,
          false,
        ),
      );
  }

  /** What was asked for since the last time, and how long pages that are kept took. */
  take(): { reads: number; p99Ms: number } {
    const taken = { reads: this.#asked, p99Ms: Number(percentile(this.#waits, 0.99).toFixed(1)) };
    this.#asked = 0;
    this.#waits = [];
    return taken;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#reading);
    await this.#pool.close();
  }

  async #read(pathOf: (n: number) => string, restMs: number, isTimed: boolean): Promise<void> {
    for (let n = 0; !this.#stopped; n += 1) {
      const path = pathOf(n);
      const begun = performance.now();
      const told = await this.#ask(path).catch((error: Error) => error.message);
      if (isTimed) this.#waits.push(performance.now() - begun);
      this.#asked += 1;
      if (told !== 200) this.wrong.push(`${path}: ${told}`);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  async #ask(path: string): Promise<number> {
    const { statusCode, body } = await this.#pool.request({
      method: 'GET',
      path,
      headers: { 'accept-encoding': 'br, gzip' },
    });
    await body.dump();
    return statusCode;
  }
}
