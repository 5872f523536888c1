import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PORTAL } from '../../pages/answer.ts';
import type { PageCache } from '../../pages/page-cache.ts';
import { SECURITY_HEADERS, sendPage } from '../../pages/send-page.ts';
import type { PublicContext } from '../context.ts';
import { answerOpenData, type OpenData } from './open-data.ts';

/** A country in capital letters, or a number in base 32, with the form that is asked for. */
const FILES = '/alerts/:file(^(?:[A-Z]{2}\\.(?:json|atom)|[0-9a-v]{1,6}\\.cap\\.xml)$)';
const WORDS = { 404: 'There is no such alert.\n', 503: 'The database cannot be asked; try again.\n' };

/** Alerts for other programs, on every host, for scripts of every origin. */
export function openAlertRoutes(app: FastifyInstance, context: PublicContext, cache: PageCache): void {
  const options = { config: { permission: 'public' as const }, schema: { hide: true } };
  app.get('/alerts.json', options, (request, reply) => send(request, reply, { form: 'json' }));
  app.get('/alerts.atom', options, (request, reply) => send(request, reply, { form: 'atom' }));
  app.get<{ Params: { file: string } }>(FILES, options, (request, reply) =>
    send(request, reply, wantedIn(request.params.file)),
  );

  async function send(request: FastifyRequest, reply: FastifyReply, wanted: OpenData): Promise<FastifyReply> {
    reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag' });
    const key = `alerts\n${Object.values(wanted).join('\n')}`;
    const page = cache.get(key);
    if (page) return sendPage(request, reply, page);
    try {
      const answer = await cache.fill(
        key,
        async () =>
          (await answerOpenData(context, wanted)) ?? {
            ...{ kind: 'notice', status: 404, body: WORDS[404] },
            place: { site: PORTAL, locale: 'en' },
          },
      );
      return answer.kind === 'page' ? sendPage(request, reply, answer.page) : say(reply, 404);
    } catch (error) {
      request.log.error({ err: error, key }, 'alerts could not be told');
      return say(reply.header('retry-after', '5'), 503);
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
