import { parentPort } from 'node:worker_threads';
import { percentile } from './report.ts';

/** Reads one page again and again, in a thread of its own, until it is told to stop; says how long it waited. */
let stopped = false;
parentPort?.on('message', async (message: { url: string } | 'stop') => {
  if (message === 'stop') {
    stopped = true;
    return;
  }
  stopped = false;
  const waits: number[] = [];
  while (!stopped) {
    const begun = performance.now();
    const answer = await fetch(message.url, { headers: { host: 'bench.test' } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${message.url} answered ${answer.status}`);
    waits.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  parentPort?.postMessage({
    reads: waits.length,
    'p50 ms': Number(percentile(waits, 0.5).toFixed(1)),
    'p99 ms': Number(percentile(waits, 0.99).toFixed(1)),
    'max ms': Number(percentile(waits, 1).toFixed(1)),
  });
});
