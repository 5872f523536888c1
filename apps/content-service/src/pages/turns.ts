import { UnavailableError } from './answer.ts';

/**
 * Lets some work at a time and some more wait, so that whoever asks for too much of it takes nothing from others.
 * Beyond that it is refused.
 */
export class Turns {
  #free: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number, mostWaiting: number) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** @throws {UnavailableError} where too many wait already */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting)
      throw new UnavailableError('too many wait for the same work');
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
