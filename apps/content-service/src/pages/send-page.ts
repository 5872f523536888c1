import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import acceptNegotiator from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Place } from './answer.ts';
import type { Ready } from './front.ts';
import type { Coding, Page } from './page.ts';
import type { Cached } from './page-cache.ts';
import { headOf, SECURITY_HEADERS, unchangedHeadOf, withMore } from './page-head.ts';

const negotiator = new acceptNegotiator.Negotiator({
  supportedValues: ['br', 'gzip', 'identity'],
  cache: new LRUCache<string, string>({ max: 500 }),
});

export const RETRY_AFTER_S = '5';

/** What a request says of how it is to be answered. */
type Asking = { headers: IncomingHttpHeaders };

/** The coding of those there are that whoever asks likes best. */
export function preferredCoding({ headers }: Asking): Coding {
  const preferred = negotiator.negotiate(headers['accept-encoding'] ?? 'identity');
  return preferred === 'br' || preferred === 'gzip' ? preferred : 'identity';
}

/** Status, head and body to send a page with: in the coding the client prefers, or 304 where it has it already. */
function answerWith(asking: Asking, page: Page, more?: readonly string[]) {
  if (asking.headers['if-none-match']?.includes(page.etag)) {
    return { status: 304, head: withMore(unchangedHeadOf(page), more), body: undefined };
  }
  const coding = page.codingFor(preferredCoding(asking));
  return { status: 200, head: withMore(headOf(page, coding), more), body: page.body(coding) };
}

/** How a page is to be sent otherwise than its head says. */
interface Sending {
  caching?: string;
  /** Names and values in turn, above those of the head. */
  more?: readonly string[] | undefined;
}

/** Sends a page. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  { caching, more }: Sending = {},
): FastifyReply {
  const { status, head, body } = answerWith(request, page, more);
  for (let at = 0; at < head.length; at += 2) reply.header(head[at] as string, head[at + 1]);
  if (caching) reply.header('cache-control', caching);
  return reply.code(status).send(body);
}

/** Sends a page straight to the connection, which with `last` ends then. */
export function writePage(
  asking: Asking,
  response: ServerResponse,
  { page, more }: Ready,
  last: boolean,
): void {
  const { status, head, body } = answerWith(asking, page, more);
  response.writeHead(status, last ? [...head, 'connection', 'close'] : head);
  response.end(body);
}

/** Puts the alerts that stand into what is sent. */
interface Banners {
  over(page: Page): Page;
  into(body: string, place: Place): string | Buffer;
}

/** Sends whatever an address was answered with, and the alerts of its site with it. */
export function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Cached,
  banners: Banners,
): FastifyReply {
  if (answer.kind === 'page') return sendPage(request, reply, banners.over(answer.page));
  if (answer.kind === 'redirect') {
    return reply.header('cache-control', 'no-cache').redirect(answer.location, answer.status);
  }
  return sendNotice(reply, answer.status, banners.into(answer.body, answer.place));
}

/** Sends words on what is not there, or not now. */
export function sendNotice(
  reply: FastifyReply,
  status: number,
  body: string | Buffer,
  retryAfterS?: number,
): FastifyReply {
  reply.headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' });
  if (status === 503) reply.header('retry-after', RETRY_AFTER_S);
  if (retryAfterS !== undefined) reply.header('retry-after', String(retryAfterS));
  return reply.code(status).type('text/html; charset=utf-8').send(body);
}
