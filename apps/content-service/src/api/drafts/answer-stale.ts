import { DraftConflictError } from '@warta/posts';
import { findSitesById } from '@warta/sites';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem } from '../../plugins/errors.ts';
import type { ApiContext } from '../context.ts';
import { describeText } from './describe-text.ts';

/** Who changes what has moved on gets with the refusal what stands now, and need not ask for it. */
export function answerStale(app: FastifyInstance, { config, database }: ApiContext): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (!(error instanceof DraftConflictError)) throw error;
    const [site] = await findSitesById(database.db, [error.theirs.site]);
    if (!site) throw error;
    const theirs = describeText(config, site, error.theirs);
    const field = fieldOf(request, theirs);
    if (field === 'If-Match') reply.header('etag', `"${theirs.revision}"`);
    const moved = { field, message: `is "${theirs.revision}" now` };
    return sendProblem(request, reply, 412, error.message, [moved], 'stale-version', { theirs });
  });
}

/** Several languages at once come in the body, each with the revision that was looked at. */
function fieldOf({ body }: FastifyRequest, { locale }: { locale: string }): string {
  const isOfMany = typeof body === 'object' && body !== null && 'languages' in body;
  return isOfMany ? `languages.${locale}` : 'If-Match';
}
