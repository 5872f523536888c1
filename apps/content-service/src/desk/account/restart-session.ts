import { endSessions, startSession } from '@warta/accounts';
import type { Database } from '@warta/database';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { callerOf } from '../session.ts';

/** Puts a session that has shown the second factor in the place of this one and returns its secret. */
export function restartSession(db: Database['db'], request: FastifyRequest): Promise<string> {
  const { person, id } = callerOf(request);
  const agent = request.headers['user-agent'] ?? '';
  return db.transaction().execute(async (trx) => {
    await endSessions(trx, actorOf(request), person, { id });
    return startSession(trx, person, { address: request.ip, agent, factor: true });
  });
}
