const AFTER_LAST_KEY_MS = 5_000;
const AT_MOST_MS = 15_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** When to save: after a pause in typing, now and then while there is none, and again after a failure. */
export class Pace {
  readonly #attempt: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #failures = 0;

  constructor(attempt: () => void) {
    this.#attempt = attempt;
  }

  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Something was typed. While saving fails, the next attempt keeps its time. */
  typed(): void {
    if (this.#failures > 0 && this.#timer) return;
    const now = Date.now();
    this.#since ??= now;
    this.#in(Math.min(AFTER_LAST_KEY_MS, this.#since + AT_MOST_MS - now));
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** Waits longer after each failure, and never as long as all others: they would come back together. */
  failed(): void {
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#in(wait * (0.75 + Math.random() / 2));
  }

  /** The line is back. */
  now(): void {
    this.#in(0);
  }

  /** Somebody looks at the page again: what failed may succeed now. */
  retry(): void {
    if (this.#failures > 0) this.now();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#since = undefined;
  }

  #in(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.stop();
        this.#attempt();
      },
      Math.max(0, wait),
    );
  }
}
