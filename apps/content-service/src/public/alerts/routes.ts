import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '../../pages/page.ts';
import { SECURITY_HEADERS } from '../../pages/page-head.ts';
import { RETRY_AFTER_S, sendPage } from '../../pages/send-page.ts';
import { type OpenData, type OpenDataContext, OpenDataPages } from './open-data.ts';

/** A country in capital letters, or a number in base 32, with the form that is asked for. */
const FILES = '/alerts/:file(^(?:[A-Z]{2}\\.(?:json|atom)|[0-9a-v]{1,6}\\.cap\\.xml)$)';
const WORDS = { 404: 'There is no such alert.\n', 503: 'The database cannot be asked; try again.\n' };

/**
 * Alerts for other programs, on every host, for scripts of every origin. `over` gives the message of an alert that is
 * not open; it may throw where nobody can be asked.
 */
export function openAlertRoutes(
  app: FastifyInstance,
  context: OpenDataContext,
  over: (number: number) => Promise<Page | undefined>,
): void {
  const pages = new OpenDataPages(context);
  const options = { config: { permission: 'public' as const }, schema: { hide: true } };
  app.get('/alerts.json', options, (request, reply) => send(request, reply, { form: 'json' }));
  app.get('/alerts.atom', options, (request, reply) => send(request, reply, { form: 'atom' }));
  app.get<{ Params: { file: string } }>(FILES, options, (request, reply) =>
    send(request, reply, wantedIn(request.params.file)),
  );

  async function send(request: FastifyRequest, reply: FastifyReply, wanted: OpenData): Promise<FastifyReply> {
    reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' });
    try {
      const page = pages.find(wanted) ?? (wanted.form === 'cap' ? await over(wanted.number) : undefined);
      return page ? sendPage(request, reply, page) : say(reply, 404);
    } catch (error) {
      request.log.error({ err: error, wanted }, 'alerts could not be told');
      return say(reply.header('retry-after', RETRY_AFTER_S), 503);
    }
  }
}

function wantedIn(file: string): OpenData {
  const [name = '', form] = file.split('.');
  if (form === 'cap') return { form, number: Number.parseInt(name, 32) };
  return { form: form === 'json' ? 'json' : 'atom', country: name };
}

function say(reply: FastifyReply, status: 404 | 503): FastifyReply {
  return reply
    .code(status)
    .headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' })
    .type('text/plain; charset=utf-8')
    .send(WORDS[status]);
}
