import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { BROWSER_PATH, type BrowserAssets } from '../../browser-assets.ts';
import { makePage } from '../../pages/page.ts';
import { sendPage } from '../../pages/send-page.ts';

const FOREVER = 'public, max-age=31536000, immutable';
const STYLES = join(import.meta.dirname, '../styles');

const css = readdirSync(STYLES)
  .sort()
  .map((file) => readFileSync(join(STYLES, file), 'utf8'))
  .join('\n');
const hash = createHash('sha256').update(css).digest('base64url').slice(0, 10);
const stylesheet = makePage({ body: css, type: 'text/css; charset=utf-8', freshForMs: null });

/** Where the desk's stylesheet is. */
export const styleHref = `/desk/assets/${hash}.css`;

/** The desk's own files: its stylesheet, and the colour of a site. */
export function deskAssets(app: FastifyInstance, browser: BrowserAssets): void {
  const options = { config: { permission: 'public' as const } };
  app.get<{ Params: { hash: string } }>('/assets/:hash.css', options, async (request, reply) =>
    sendPage(request, reply, stylesheet, { caching: request.params.hash === hash ? FOREVER : 'no-cache' }),
  );
  const pages = new Map(
    [...browser.values()].map(({ path, type, body }) => [path, makePage({ body, type, freshForMs: null })]),
  );
  app.get<{ Params: { file: string } }>('/browser/:file', options, async (request, reply) => {
    const page = pages.get(`${BROWSER_PATH}${request.params.file}`);
    return page ? sendPage(request, reply, page, { caching: FOREVER }) : reply.callNotFound();
  });
  app.get<{ Params: { accent: string } }>(
    '/assets/accent/:accent.css',
    options,
    async ({ params }, reply) => {
      if (!/^[0-9a-f]{6}$/.test(params.accent)) return reply.callNotFound();
      return reply
        .header('cache-control', FOREVER)
        .type('text/css; charset=utf-8')
        .send(`:root{--site:#${params.accent}}`);
    },
  );
}
