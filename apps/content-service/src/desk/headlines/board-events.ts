import { fastifySSE } from '@fastify/sse';
import { findSession, may } from '@warta/accounts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { every } from '../../due.ts';
import type { DeskContext } from '../context.ts';
import { deskLanguage } from '../frame/words.ts';
import { cookiesOf } from '../session.ts';
import { boardOf } from './board.ts';
import { readBoard } from './board-model.ts';
import { BoardNewsMaker } from './board-news.ts';
import { BoardWatch } from './board-watch.ts';

/** A proxy lets go of a line that is silent for longer than it waits, 30 s by default. */
const HEARTBEAT_MS = 10_000;
const STILL_ALLOWED_MS = 10_000;
const MOST_STREAMS = 60;
const PERMISSION = 'deliveries:read';

/** The board of a headline as it changes, for those who look at it: server-sent events. */
export async function boardEvents(app: FastifyInstance, context: DeskContext): Promise<void> {
  const { database } = context;
  await app.register(fastifySSE, { heartbeatInterval: HEARTBEAT_MS });
  const onError = (error: unknown) => app.log.error({ err: error }, 'a board was not read');
  const watch = new BoardWatch(database, onError);
  const open = new Set<FastifyReply>();
  // A stream would hold up the end of the process for as long as its reader likes to look.
  app.addHook('preClose', async () => {
    for (const reply of open) reply.sse.close();
  });

  app.get<{ Params: { id: string }; Querystring: { mark?: string } }>(
    '/headlines/:id/deliveries/events',
    { config: { permission: PERMISSION }, sse: 'only' },
    async (request, reply) => {
      if (open.size >= MOST_STREAMS) return reply.code(503).header('retry-after', '30').send('');
      const { headline } = await boardOf(context, request);
      const news = new BoardNewsMaker(app, deskLanguage(request));
      const { mark } = request.query;
      open.add(reply);
      reply.sse.keepAlive();
      reply.sse.sendHeaders();
      reply.raw.flushHeaders();
      const sender = sendBoards(headline.id, request, reply, news, reply.sse.lastEventId ?? mark);
      const unwatch = watch.watch(headline.id, sender);
      const allowed = every(STILL_ALLOWED_MS, onError, async () => {
        if (await isOver(request)) await end(reply);
      });
      reply.sse.onClose(() => {
        void allowed.stop();
        unwatch();
        open.delete(reply);
      });
    },
  );

  /** One board after the other, always the newest: what changes while one is sent is in the next. */
  function sendBoards(
    headline: string,
    request: FastifyRequest,
    reply: FastifyReply,
    news: BoardNewsMaker,
    known: string | undefined,
  ): () => void {
    let last = known;
    let running = false;
    let again = false;
    const send = async () => {
      if (await isOver(request)) return end(reply);
      const board = await readBoard(database, headline, deskLanguage(request));
      if (!board || !reply.sse.isConnected) return;
      if (board.mark === last) return news.know(board);
      last = board.mark;
      await reply.sse.send({ id: board.mark, event: 'board', data: await news.newsOf(board) });
    };
    return async () => {
      again = true;
      if (running) return;
      running = true;
      while (again) {
        again = false;
        await send().catch(onError);
      }
      running = false;
    };
  }

  /** Whether who looks has signed out meanwhile, or may no longer look. */
  async function isOver(request: FastifyRequest): Promise<boolean> {
    const secret = cookiesOf(context).readSession(request);
    const session = secret && (await findSession(database.db, secret));
    return !session || !may(session, PERMISSION);
  }

  async function end(reply: FastifyReply): Promise<void> {
    if (!reply.sse.isConnected) return;
    await reply.sse.send({ event: 'over', data: {} });
    reply.sse.close();
  }
}
