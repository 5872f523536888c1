import acceptNegotiator from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Place } from './answer.ts';
import { type Coding, codingFor, encoded, type Page } from './page.ts';
import type { Cached } from './page-cache.ts';

const negotiator = new acceptNegotiator.Negotiator({
  supportedValues: ['br', 'gzip', 'identity'],
  cache: new LRUCache<string, string>({ max: 500 }),
});

/** Sent with everything a reader gets: no script, no frame, nothing from elsewhere. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

export const RETRY_AFTER_S = '5';

const POLICY = SECURITY_HEADERS['content-security-policy'];

/** The coding of those there are that whoever asks likes best. */
export function preferredCoding(request: FastifyRequest): Coding {
  const preferred = negotiator.negotiate(request.headers['accept-encoding'] ?? 'identity');
  return preferred === 'br' || preferred === 'gzip' ? preferred : 'identity';
}

/** Sends a page in the coding the client prefers, or 304 where it has it already. */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  caching = 'no-cache',
): FastifyReply {
  reply.headers({
    ...SECURITY_HEADERS,
    'cache-control': caching,
    etag: page.etag,
    // A page of a site may be sent with a line on another language that it is there in.
    vary: page.place ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding',
  });
  if (page.link) reply.header('link', page.link);
  if (page.frames) reply.header('content-security-policy', `${POLICY}; frame-src ${page.frames}`);
  if (request.headers['if-none-match']?.includes(page.etag)) return reply.code(304).send();
  const coding = codingFor(page, preferredCoding(request));
  if (coding !== 'identity') reply.header('content-encoding', coding);
  return reply.type(page.type).send(encoded(page, coding));
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
