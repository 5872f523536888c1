import { Agent, get } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';

/** An answer as it came over the wire. */
export interface Captured {
  status: number;
  /** Name and value by turns, as they were sent; without those that each server writes for itself. */
  headers: string[];
  body: Buffer;
}

/** What every reader of the bench asks with. */
export const READER = { 'accept-encoding': 'br' };

const OF_THE_CONNECTION = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** Asks for one address as the readers of the bench do. */
export function capture(url: string, headers: Record<string, string> = READER): Promise<Captured> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const kept = answer.rawHeaders.filter(
          (_, n) => !OF_THE_CONNECTION.has((answer.rawHeaders[n - (n % 2)] ?? '').toLowerCase()),
        );
        resolve({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

/** @throws {Error} naming the address, where it is answered with anything else. */
export async function captureAs(
  status: number,
  url: string,
  headers?: Record<string, string>,
): Promise<Captured> {
  const answer = await capture(url, headers);
  if (answer.status !== status) throw new Error(`${url} answered ${answer.status}, not ${status}`);
  return answer;
}

/** The value of a header; undefined where it was not sent. */
export function headerOf({ headers }: Captured, name: string): string | undefined {
  const at = headers.findIndex((text, n) => n % 2 === 0 && text.toLowerCase() === name);
  return at < 0 ? undefined : headers[at + 1];
}

/** What a reader sees of it. */
export function decoded(answer: Captured): Buffer {
  return headerOf(answer, 'content-encoding') === 'br' && answer.body.length > 0
    ? brotliDecompressSync(answer.body)
    : answer.body;
}

/** Works through all of them, so many at once, and gives what came of each in their order. */
export async function atOnce<T, R>(
  many: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const left = items.entries();
  const one = async () => {
    for (const [n, item] of left) results[n] = await work(item);
  };
  await Promise.all(Array.from({ length: many }, one));
  return results;
}
