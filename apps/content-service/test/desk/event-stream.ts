import { request } from 'undici';
import { HOST, type TestService } from '../support.ts';
import type { DeskClient } from './desk-client.ts';

interface Told {
  id: string;
  event: string;
  data: string;
}

/** Listens as a browser's EventSource does. */
export async function listen(test: TestService, desk: DeskClient, path: string, headers: object = {}) {
  const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { statusCode, body } = await request(new URL(path, test.service.origin), {
    headers: { host: HOST, cookie, accept: 'text/event-stream', ...headers },
  });
  if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}`);
  const pieces = body.setEncoding('utf8')[Symbol.asyncIterator]();
  let read = '';
  const next = async (wanted?: string): Promise<Told> => {
    for (;;) {
      const end = read.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await pieces.next();
        if (done) throw new Error('the line ended');
        read += value;
        continue;
      }
      const lines = read.slice(0, end).split('\n');
      read = read.slice(end + 2);
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const told = { id: of('id') ?? '', event: of('event') ?? '', data: of('data') ?? '' };
      if (told.event && (!wanted || told.event === wanted)) return told;
    }
  };
  const rest = async () => {
    for (;;) {
      const { value, done } = await pieces.next();
      if (done) return read;
      read += value;
    }
  };
  return { next, rest };
}
