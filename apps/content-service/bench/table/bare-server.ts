import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deserialize } from 'node:v8';
import type { Captured } from './capture.ts';

/** The yardstick: sends what was captured of the service, with `node:http` and nothing else, in a process of its own. */
const pages: Map<string, Captured> = deserialize(readFileSync(process.argv[2] ?? ''));
const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '');
  if (!page) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(page.status, page.headers);
  response.end(page.body);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
