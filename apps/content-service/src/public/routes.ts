import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PageCache } from '../pages/page-cache.ts';
import { sendAnswer, sendPage } from '../pages/send-page.ts';
import { answerAddress, type PublicRequest } from './answer-address.ts';
import type { PublicContext } from './context.ts';
import { answerNotice } from './notice.ts';
import { MINISTRY_STAND_IN } from './portal-base.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const LONGEST_QUERY = 60;

/** Everything readers see: one route, since an address alone decides what it is. */
export function publicRoutes(app: FastifyInstance, context: PublicContext, cache: PageCache): void {
  const { config } = context;
  const publicHost = new URL(config.publicUrl).host;

  app.get('/*', { config: { permission: 'public' } }, async (request, reply) => {
    const wanted = readRequest(request);
    const key = keyOf(wanted);
    const page = cache.get(key);
    if (page) return sendPage(request, reply, page);
    try {
      return sendAnswer(request, reply, await cache.fill(key, () => answerAddress(context, wanted)));
    } catch (error) {
      request.log.error({ err: error, key }, 'a page could not be made');
      const locale = wanted.path.startsWith('/en/') ? 'en' : 'id';
      return sendAnswer(request, reply, await unavailable(context, locale));
    }
  });

  function readRequest(request: FastifyRequest): PublicRequest {
    const url = request.raw.url ?? '/';
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    const query = end < 0 ? undefined : new URLSearchParams(url.slice(end + 1));
    return {
      ownHost: ownHost(request.headers.host ?? ''),
      path,
      page: query?.get('page') ?? undefined,
      video: query?.has('video') ?? false,
      filter: isMissions(path)
        ? { q: clip(query?.get('q')), region: clip(query?.get('region')) }
        : { q: '', region: '' },
    };
  }

  /** The host of a site of its own, in lower case without its port; undefined for the ministry's. */
  function ownHost(host: string): string | undefined {
    if (host === publicHost || (!config.production && LOOPBACK.test(host))) return undefined;
    return host.toLowerCase().replace(/:\d+$/, '');
  }
}

async function unavailable(context: PublicContext, locale: string) {
  const answer = await answerNotice(context, { site: MINISTRY_STAND_IN, readAt: 0 }, locale, 503);
  if (answer.kind !== 'notice') throw new Error('a notice was to be made');
  return answer;
}

/** Only what an answer depends on: other query parameters lead to the same page. */
function keyOf({ ownHost, path, page, video, filter }: PublicRequest): string {
  return [ownHost ?? '', path, page ?? '', video ? 'video' : '', filter.q, filter.region].join('\n');
}

const isMissions = (path: string) => path === '/missions' || path === '/en/missions';
const clip = (value: string | null | undefined) => (value ?? '').trim().slice(0, LONGEST_QUERY);
