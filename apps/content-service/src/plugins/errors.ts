import { DomainError, type FieldError, type ProblemCode } from '@warta/problems';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isDatabaseAway } from '../database-away.ts';

const STATUS: Record<ProblemCode, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'key-in-use': 409,
  'stale-version': 412,
  'key-reused': 422,
  'version-required': 428,
};

const TITLE: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'A token is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Conflict',
  413: 'The body is too large',
  415: 'The body is of a type that is not taken',
  421: 'Not served at this host',
  412: 'The version has changed',
  422: 'Something in the request is not right',
  428: 'A version is needed',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available right now',
};

/** The one place where what went wrong becomes an answer (problem details, RFC 9457). */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof DomainError) {
      if (error.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
      return sendProblem(request, reply, STATUS[error.code], error.message, error.errors, error.code);
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const errors = error.validation.map(({ instancePath, message }) => ({
        field: instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body',
        message: message ?? 'is not right',
      }));
      return sendProblem(request, reply, 422, 'Some fields do not hold what they should.', errors, 'invalid');
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return sendProblem(request, reply, status, readable(error, request));
    request.log.error({ err: error }, 'a request failed');
    if (isDatabaseAway(error)) {
      reply.header('retry-after', '5');
      return sendProblem(request, reply, 503, 'The database cannot be reached.');
    }
    return sendProblem(request, reply, 500, 'The service has noted what went wrong.');
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 404, `There is nothing for ${request.method} at this address.`),
  );
}

/** Sends a problem; `errors` name the fields it is about, `more` is what else helps (RFC 9457, 3.2). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
  errors: readonly FieldError[] = [],
  code?: ProblemCode,
  more: object = {},
): FastifyReply {
  const title = TITLE[status] ?? 'Not possible';
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title,
        status,
        code,
        detail,
        instance: request.url,
        errors,
        ...more,
      }),
    );
}

function readable(error: FastifyError, request: FastifyRequest): string {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return `A body has at most ${request.routeOptions.bodyLimit / 1_000_000} MB here.`;
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'Send the body as application/json.';
  if (error.statusCode === 400) return 'The body is not valid JSON.';
  return error.message;
}
