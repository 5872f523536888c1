import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readFirstField } from '../uploads/form-with-files.ts';
import { accountRoutes } from './account/routes.ts';
import { alertRoutes } from './alerts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { contactRoutes } from './contacts/routes.ts';
import type { DeskContext } from './context.ts';
import { deskAssets } from './frame/assets.ts';
import { codePages } from './frame/coding.ts';
import { answerErrors } from './frame/errors.ts';
import { registerDeskViews } from './frame/views.ts';
import { ministryRoutes } from './from-ministry/routes.ts';
import { boardEvents } from './headlines/board-events.ts';
import { headlineRoutes } from './headlines/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { mediaRoutes } from './media/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { postRoutes } from './posts/routes.ts';
import { serviceRoutes } from './services/routes.ts';
import { cookiesOf, loadSessions, waitsFor } from './session.ts';
import { settingsRoutes } from './settings/routes.ts';
import { linkRoutes } from './sign-in/links.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Sent with every page of the desk. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};

/** `/desk`: everything that is done signed in. */
export async function desk(app: FastifyInstance, context: DeskContext): Promise<void> {
  const { options, names } = cookiesOf(context);
  const { host: deskHost } = new URL(context.config.deskUrl);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 1_000_000 });
  await app.register(csrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: names.csrf,
    cookieOpts: options,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (context.config.production && request.headers.host !== deskHost) throw new WrongHostError(deskHost);
  });
  loadSessions(app, context);
  app.addHook('preValidation', async (request, reply) => {
    const { permission, serves = [] } = request.routeOptions.config;
    const waiting = request.caller && waitsFor(request.caller);
    if (permission === 'public' || !waiting || serves.includes(waiting)) return;
    return reply.redirect(waiting === 'code' ? codePage(request) : '/desk/account/second-factor', 303);
  });
  app.addHook('preValidation', readFirstField);
  app.addHook('preValidation', (request, reply, done) =>
    request.method === 'GET' ? done() : app.csrfProtection(request, reply, done),
  );
  app.addHook('onSend', async (request) => {
    if (request.method !== 'GET') await context.catchUp();
  });
  codePages(app);
  registerDeskViews(app, context.browser);
  answerErrors(app);
  deskAssets(app, context.browser);
  const nouns = [signInRoutes, linkRoutes, homeRoutes, accountRoutes, peopleRoutes, postRoutes];
  const more = [headlineRoutes, ministryRoutes, settingsRoutes, contactRoutes, serviceRoutes];
  for (const routes of [...nouns, ...more, auditRoutes, alertRoutes]) routes(app, context);
  await app.register(async (scope) => mediaRoutes(scope, context));
  await app.register(async (scope) => boardEvents(scope, context));
}

const codePage = (request: FastifyRequest) => `/desk/sign-in/code?next=${encodeURIComponent(request.url)}`;

/** Misdirected Request (RFC 9110, 15.5.20). */
class WrongHostError extends Error {
  readonly statusCode = 421;
  constructor(host: string) {
    super(`The desk answers at ${host} alone.`);
  }
}
