import { DomainError } from '@warta/problems';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../../database-away.ts';

const PAGES: Record<string, { status: number; title: string }> = {
  forbidden: { status: 403, title: 'error.forbidden' },
  'not-found': { status: 404, title: 'error.not-found' },
  'stale-version': { status: 412, title: 'error.stale' },
  conflict: { status: 409, title: 'error.conflict' },
  invalid: { status: 422, title: 'error.invalid' },
};

/** What went wrong at the desk, as a page with a way on; nothing that was typed is lost with it. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (wantsJson(request)) throw error;
    if (error instanceof DomainError && error.code === 'unauthenticated') return askToSignIn(request, reply);
    if (error.code?.startsWith('FST_CSRF')) return sendAgain(request, reply, 'error.form-too-old', 403);
    if (isDatabaseAway(error)) return answerAway(request, reply, error);
    const page = error instanceof DomainError ? PAGES[error.code] : undefined;
    const status = page?.status ?? error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    const detail = page && error instanceof DomainError ? error.message : null;
    return reply.code(status).draw('frame/error', page?.title ?? 'error.unknown', { detail, status });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).draw('frame/error', 'error.not-found', { detail: null, status: 404 }),
  );
}

/** Code in the browser gets problem details from the service's own handler. */
function wantsJson(request: FastifyRequest): boolean {
  const { accept = '', 'tus-resumable': inPieces } = request.headers;
  return accept.includes('application/json') || inPieces !== undefined;
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply) {
  if (request.method !== 'GET') return sendAgain(request, reply, 'error.signed-out', 401);
  return reply.redirect(`/desk/sign-in?next=${encodeURIComponent(request.url)}`, 303);
}

/** Whether what was sent was saved, nobody can say while the database is away; sent again, it is saved once. */
function answerAway(request: FastifyRequest, reply: FastifyReply, error: Error) {
  request.log.error({ err: error }, 'a request failed');
  reply.header('retry-after', '5');
  if (request.method !== 'GET') return sendAgain(request, reply, 'error.away', 503);
  return reply
    .code(503)
    .draw('frame/error', 'error.away', { detail: null, status: 503, way: 'error.away-about' });
}

/** What was sent is kept on the page, to be sent again once the way is free. */
function sendAgain(request: FastifyRequest, reply: FastifyReply, title: string, status: number) {
  if (request.headers['content-type']?.startsWith('multipart/')) return chooseAgain(reply, status);
  const { _csrf, ...sent } = (request.body ?? {}) as Record<string, string | string[]>;
  const fields = Object.entries(sent).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => ({ name, value: each })),
  );
  const secret = /password|code|current/i;
  return reply.code(status).draw('frame/send-again', title, {
    action: request.url,
    isAway: status === 503,
    fields: fields.filter(({ name }) => !secret.test(name)),
  });
}

/** Files cannot be put back into a form: only who sent them has them. */
function chooseAgain(reply: FastifyReply, status: number) {
  const way = status === 503 ? 'again.files-away' : 'again.files';
  return reply.code(status).draw('frame/error', 'error.files-again', { status, detail: null, way });
}
