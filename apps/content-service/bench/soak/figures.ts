import type { Served } from '../table/served.ts';

/** What a process held and how late its loop was, over some seconds. */
export interface Figures {
  rssMb: number;
  /** The lowest that was seen: what is left where the collector has just been. */
  heapMb: number;
  handles: number;
  /** The 99th percentile of what the event loop was late, in ms, at its worst. */
  loopMs: number;
}

const GLANCE_MS = 2000;
const MB = 1e6;

/** Looks at the process every two seconds for so long. */
export async function figuresOver(served: Served, ms: number): Promise<Figures> {
  const seen: Figures[] = [];
  const end = performance.now() + ms;
  do {
    await new Promise((resolve) => setTimeout(resolve, Math.min(GLANCE_MS, ms)));
    seen.push(read(await served.metrics()));
  } while (performance.now() < end);
  return {
    rssMb: Math.max(...seen.map(({ rssMb }) => rssMb)),
    heapMb: Math.min(...seen.map(({ heapMb }) => heapMb)),
    handles: Math.max(...seen.map(({ handles }) => handles)),
    loopMs: Math.max(...seen.map(({ loopMs }) => loopMs)),
  };
}

function read(metrics: string): Figures {
  const value = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN);
  return {
    rssMb: Math.round(value('process_resident_memory_bytes') / MB),
    heapMb: Math.round(value('nodejs_heap_size_used_bytes') / MB),
    handles: value('process_open_fds'),
    loopMs: Math.round(value('nodejs_eventloop_lag_p99_seconds') * 1000),
  };
}
