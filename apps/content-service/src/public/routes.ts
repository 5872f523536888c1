import { findAlertByNumber } from '@warta/alerts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AlertPages } from '../alerts/alert-pages.ts';
import { Banners } from '../alerts/banners.ts';
import type { AlertBoard } from '../alerts/board.ts';
import type { Answer } from '../pages/answer.ts';
import { makePage, type Page } from '../pages/page.ts';
import type { Cached, PageCache } from '../pages/page-cache.ts';
import { sendAnswer, sendNotice, sendPage } from '../pages/send-page.ts';
import { Suggestions } from '../pages/suggestions.ts';
import { answerAddress, type PublicRequest } from './answer-address.ts';
import type { PublicContext } from './context.ts';
import { ownHostOf } from './own-host.ts';
import { pageOfTrouble } from './page-of-trouble.ts';
import { searchLimit } from './search/search-limit.ts';
import { searchTurns } from './search/search-turns.ts';

const LONGEST_QUERY = 60;
const SEARCH = /^(?:\/[^/]+){0,2}\/search\/?$/i;
const NO_QUERY = new URLSearchParams();

/** Everything readers see: one route, since an address alone decides what it is. */
export function publicRoutes(
  app: FastifyInstance,
  context: PublicContext,
  cache: PageCache,
  board: AlertBoard,
): void {
  const { config, themes } = context;
  const banners = new Banners(config, themes, board);
  const suggestions = new Suggestions();
  const plain = { config, themes, board };
  const alerts = new AlertPages(plain, (number) => isOver(context, number));
  const ownHost = ownHostOf(config);

  app.get('/*', { config: { permission: 'public' } }, async (request, reply) => {
    const wanted = readRequest(request);
    const key = keyOf(wanted);
    try {
      const page = cache.get(key);
      if (page) return sendPage(request, reply, dressed(request, page));
      if (isSearch(wanted.path)) {
        if (wanted.search.get('q')) await searchLimit.spend(request.ip);
        const found = await searchTurns.take(() => answerAddress(context, wanted));
        return sendAnswer(request, reply, ready(found), banners);
      }
      const alert = wanted.ownHost === undefined ? await alerts.answer(wanted.path) : undefined;
      const answer = alert ?? (await cache.fill(key, () => answerAddress(context, wanted)));
      if (answer.kind === 'page') return sendPage(request, reply, dressed(request, answer.page));
      return sendAnswer(request, reply, answer, banners);
    } catch (error) {
      const { status, body, retryAfterS } = await pageOfTrouble({ context, plain, banners }, wanted, error);
      if (status !== 429) request.log.error({ err: error, key }, 'a page could not be made');
      return sendNotice(reply, status, body, retryAfterS);
    }
  });

  /** The page as this reader gets it: with the alerts that stand, and the way to it in the language they like best. */
  function dressed(request: FastifyRequest, page: Page): Page {
    return banners.over(suggestions.over(page, request.headers['accept-language']));
  }

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
      search: isSearch(path) && query ? query : NO_QUERY,
      filter: isMissions(path)
        ? { q: clip(query?.get('q')), region: clip(query?.get('region')) }
        : { q: '', region: '' },
    };
  }
}

/** Whether an alert stood once and does no more. */
async function isOver({ database }: PublicContext, number: number): Promise<boolean> {
  const alert = await findAlertByNumber(database.db, number);
  return alert !== undefined && alert.standing !== null && alert.state !== 'standing';
}

/** Only what an answer depends on: other query parameters lead to the same page. */
function keyOf({ ownHost, path, page, video, filter }: PublicRequest): string {
  return [ownHost ?? '', path, page ?? '', video ? 'video' : '', filter.q, filter.region].join('\n');
}

/** Searches are not kept: what one reader asks, hardly another does. */
const isSearch = (path: string) => SEARCH.test(path);
const ready = (answer: Answer): Cached =>
  answer.kind === 'page' ? { kind: 'page', page: makePage(answer) } : answer;
const isMissions = (path: string) => path === '/missions' || path === '/en/missions';
const clip = (value: string | null | undefined) => (value ?? '').trim().slice(0, LONGEST_QUERY);
