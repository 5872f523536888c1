/**
 * Work that is done again for whoever asks while it is being done, and never twice at once. The work is given no
 * reason, handles its own errors, and does whatever there is to do.
 */
export class Repeater {
  readonly #work: () => Promise<void>;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Has the work begin after now. */
  ask(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Until all that was asked for is done. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#work();
      }
    } finally {
      // In one step with the last look at what was asked: a moment later somebody's question would be lost.
      this.#running = undefined;
    }
  }
}
