import { DraftConflictError } from '@warta/posts';
import type { FastifyError, FastifyInstance } from 'fastify';
import { sendProblem } from '../../plugins/errors.ts';
import type { ApiContext } from '../context.ts';
import { describeText } from './describe-text.ts';

/** Who changes what has moved on gets with the refusal what stands now, and need not ask for it. */
export function answerStale(app: FastifyInstance, { config }: ApiContext): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (!(error instanceof DraftConflictError) || !request.site) throw error;
    const theirs = describeText(config, request.site, error.theirs);
    const field = { field: 'If-Match', message: `is "${theirs.revision}" now` };
    reply.header('etag', `"${theirs.revision}"`);
    return sendProblem(request, reply, 412, error.message, [field], 'stale-version', { theirs });
  });
}
