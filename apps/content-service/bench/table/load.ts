import autocannon from 'autocannon';
import type { Server } from './bare.ts';
import { READER } from './capture.ts';
import { cpuMsOf } from './process-use.ts';

const CONNECTIONS = 32;

/** What readers ask for. */
export interface Asking {
  /** Each connection goes through a part of its own, again and again. */
  paths: readonly string[];
  seconds: number;
  /** The first digit of the only status that is right. */
  expects?: 2 | 3;
  headers?: Record<string, string>;
}

export interface Load {
  perSecond: number;
  cpuMs: number;
  /** The share of one processor that the server was at work. */
  busy: number;
  /** Milliseconds that each answer took. */
  waits: number[];
}

/**
 * Asks a server as fast as it answers, over 32 connections, from this process.
 * @throws {Error} where a single answer was lost or another than the right one.
 */
export async function load({ origin, pid }: Server, asking: Asking): Promise<Load> {
  const { seconds, expects = 2 } = asking;
  const waits: number[] = [];
  const cpuBefore = cpuMsOf(pid);
  const begun = performance.now();
  const result = await fire(origin, asking, waits);
  const took = performance.now() - begun;
  const cpu = cpuMsOf(pid) - cpuBefore;
  const { total } = result.requests;
  const right = result[`${expects}xx`];
  if (right !== waits.length || right === 0 || result.errors + result.timeouts > 0)
    throw new Error(
      `${right} of ${waits.length} answers were ${expects}xx; ${result.errors} errors, ${result.timeouts} time-outs`,
    );
  return { perSecond: total / seconds, cpuMs: cpu / total, busy: cpu / took, waits };
}

function fire(origin: string, { paths, seconds, headers = READER }: Asking, waits: number[]) {
  const parts = partsOf(paths, CONNECTIONS);
  let next = 0;
  return new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections: CONNECTIONS,
        duration: seconds,
        headers,
        setupClient: (client) => {
          const part = parts[next++ % parts.length] ?? [];
          client.setRequests(part.map((path) => ({ path, headers })));
        },
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    );
    instance.on('response', (_client, _status, _bytes, took) => void waits.push(took));
  });
}

/** As many parts as there are connections, or as paths. */
export function partsOf(paths: readonly string[], many: number): string[][] {
  const parts: string[][] = Array.from({ length: Math.min(many, paths.length) }, () => []);
  for (const [n, path] of paths.entries()) parts[n % parts.length]?.push(path);
  return parts;
}
