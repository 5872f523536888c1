import { Presets, SingleBar } from 'cli-progress';

const SECOND_MS = 1000;

export interface Progress {
  /** How many are done by now. */
  set(done: number): void;
  /** Clears the bar away; to be called however the work ends. */
  stop(): void;
}

/**
 * Shows on stderr how far some work is: a bar at a terminal, elsewhere a line a second, so that a log is
 * not flooded.
 */
export function startProgress(what: string, total: number): Progress {
  return process.stderr.isTTY ? bar(what, total) : lines(what, total);
}

function bar(what: string, total: number): Progress {
  const shown = new SingleBar(
    {
      format: `${what} {bar} {value} of {total}`,
      clearOnComplete: true,
      hideCursor: true,
      stream: process.stderr,
    },
    Presets.rect,
  );
  shown.start(total, 0);
  return { set: (done) => shown.update(done), stop: () => shown.stop() };
}

function lines(what: string, total: number): Progress {
  let saidAt = performance.now();
  let said = 0;
  return {
    set(done) {
      if (done === said || performance.now() - saidAt < SECOND_MS) return;
      saidAt = performance.now();
      said = done;
      console.error(`${what}: ${done} of ${total}`);
    },
    stop() {},
  };
}
