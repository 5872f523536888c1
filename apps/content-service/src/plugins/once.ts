import { findAnswer, type IdempotentRequest, keepAnswer, type StoredAnswer } from '@warta/audit';
import type { Database, Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Does the work; `also` is to run in the transaction that does it. */
type Act<Saved> = (also: (trx: Trx, saved: Saved) => Promise<void>) => Promise<Saved>;

/**
 * Carries out a request that may be sent again with the same `Idempotency-Key`: the work is done once, and
 * every repetition within 24 hours gets the first answer. Without a key it is simply carried out.
 */
export async function once<Saved>(
  { db }: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  act: Act<Saved>,
  answer: (saved: Saved) => StoredAnswer,
): Promise<FastifyReply> {
  const identity = identify(request);
  const kept = identity && (await findAnswer(db, identity));
  if (kept) return send(reply.header('idempotent-replayed', 'true'), kept);
  const saved = await act(async (trx, done) => {
    if (identity) await keepAnswer(trx, identity, answer(done));
  });
  return send(reply, answer(saved));
}

function identify(request: FastifyRequest): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,100}$/.test(key)) {
    throw invalid({ field: 'Idempotency-Key', message: 'has 1 to 100 visible ASCII signs' });
  }
  return {
    actor: request.token?.id ?? 'public',
    method: request.method,
    path: request.url.split('?')[0] ?? '',
    key,
    body: request.body,
  };
}

function send(reply: FastifyReply, { status, headers, response }: StoredAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(response);
}
