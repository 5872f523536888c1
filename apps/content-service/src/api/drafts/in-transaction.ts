import type { Trx } from '@warta/database';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { once } from '../../plugins/once.ts';
import type { ApiContext } from '../context.ts';

/** Does something in a transaction, once for each `Idempotency-Key`, and answers with what `answer` makes of it. */
export function inTransaction<Done>(
  { database }: ApiContext,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (trx: Trx) => Promise<Done>,
  answer: (done: Done) => { status: number; response: unknown; headers?: Record<string, string> },
): Promise<FastifyReply> {
  return once<Done>(
    database,
    request,
    reply,
    (also) =>
      database.db.transaction().execute(async (trx) => {
        const done = await act(trx);
        await also(trx, done);
        return done;
      }),
    (done) => ({ headers: {}, ...answer(done) }),
  );
}

/** The answer where there is nothing to tell. */
export const nothing = () => ({ status: 204, response: null });
