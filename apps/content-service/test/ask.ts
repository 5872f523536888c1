import { get, type IncomingMessage, type RequestOptions } from 'node:http';

/** The host that tests' services serve as the ministry's. */
export const HOST = 'warta.test';

/** Asks over a connection as a reader does, and follows nothing; the body is as it came, in the coding it came in. */
export async function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  more: RequestOptions = {},
) {
  const { hostname, port } = new URL(origin);
  const wanted = { hostname, port, path, headers: { host: HOST, ...headers }, ...more };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(wanted, resolve).on('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}
