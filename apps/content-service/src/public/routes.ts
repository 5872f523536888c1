import { findAlertByNumber } from '@warta/alerts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AlertPages } from '../alerts/alert-pages.ts';
import { Banners } from '../alerts/banners.ts';
import type { AlertBoard } from '../alerts/board.ts';
import type { KeptOutside } from '../outside-cache/kept-outside.ts';
import type { Answer } from '../pages/answer.ts';
import type { Front, Ready } from '../pages/front.ts';
import { makePage, type Page } from '../pages/page.ts';
import type { Cached, PageCache } from '../pages/page-cache.ts';
import { sendAnswer, sendNotice, sendPage } from '../pages/send-page.ts';
import { Suggestions } from '../pages/suggestions.ts';
import { answerAddress } from './answer-address.ts';
import type { PublicContext } from './context.ts';
import { pageOfTrouble } from './page-of-trouble.ts';
import { type Asked, isSearch, keyOf, requestReader } from './read-request.ts';
import { searchLimit } from './search/search-limit.ts';
import { searchTurns } from './search/search-turns.ts';

interface Kept {
  cache: PageCache;
  board: AlertBoard;
  front: Front;
  /** Where a cache outside keeps pages. */
  outside: KeptOutside | undefined;
}

/** Everything readers see: one route, since an address alone decides what it is. */
export function publicRoutes(
  app: FastifyInstance,
  context: PublicContext,
  { cache, board, front, outside }: Kept,
): void {
  const { config, themes } = context;
  const banners = new Banners(config, themes, board);
  const suggestions = new Suggestions();
  const plain = { config, themes, board };
  const alerts = new AlertPages(plain, (number) => isOver(context, number));
  const read = requestReader(config);

  front.open((request) => {
    const page = cache.get(keyOf(read(request)));
    return page && dressed(request, page);
  });
  app.addHook('preClose', async () => front.close());

  app.get('/*', { config: { permission: 'public' } }, async (request, reply) => {
    const wanted = read(request.raw);
    const key = keyOf(wanted);
    try {
      const page = cache.get(key);
      if (page) return send(request, reply, page);
      if (isSearch(wanted.path)) {
        if (wanted.search.get('q')) await searchLimit.spend(request.ip);
        const found = await searchTurns.take(() => answerAddress(context, wanted));
        return sendAnswer(request, reply, ready(found), banners);
      }
      const alert = wanted.ownHost === undefined ? await alerts.answer(wanted.path) : undefined;
      const answer = alert ?? (await cache.fill(key, () => answerAddress(context, wanted)));
      if (answer.kind === 'page') return send(request, reply, answer.page);
      return sendAnswer(request, reply, answer, banners);
    } catch (error) {
      const { status, body, retryAfterS } = await pageOfTrouble({ context, plain, banners }, wanted, error);
      if (status !== 429) request.log.error({ err: error, key }, 'a page could not be made');
      return sendNotice(reply, status, body, retryAfterS);
    }
  });

  function send(request: FastifyRequest, reply: FastifyReply, kept: Page): FastifyReply {
    const { page, more } = dressed(request, kept);
    return sendPage(request, reply, page, { more });
  }

  /**
   * The page as this reader gets it: with the alerts that stand, and the way to it in the language they like best. One
   * that a cache outside hands to many says nothing to a single one.
   */
  function dressed(request: Asked, page: Page): Ready {
    if (outside) return { page: banners.over(page), more: outside.headOf(page) };
    return { page: banners.over(suggestions.over(page, request.headers['accept-language'])) };
  }
}

/** Whether an alert stood once and does no more. */
async function isOver({ database }: PublicContext, number: number): Promise<boolean> {
  const alert = await findAlertByNumber(database.db, number);
  return alert !== undefined && alert.standing !== null && alert.state !== 'standing';
}

/** Searches are not kept: what one reader asks, hardly another does. */
const ready = (answer: Answer): Cached =>
  answer.kind === 'page' ? { kind: 'page', page: makePage(answer) } : answer;
