import { findAsset, readStylesheetName, type Theme } from '@warta/rendering';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import { makePage, type Page } from '../pages/page.ts';
import { SECURITY_HEADERS } from '../pages/page-head.ts';
import { sendPage } from '../pages/send-page.ts';

const FOREVER = 'public, max-age=31536000, immutable';

/** Stylesheets and icons, on every host. */
export function assetRoutes(app: FastifyInstance, themes: ReadonlyMap<string, Theme>): void {
  const options = { config: { permission: 'public' as const }, schema: { hide: true } };

  app.get<{ Params: { theme: string; hash: string; file: string } }>(
    '/assets/:theme/:hash/:file',
    options,
    async (request, reply) => {
      const theme = themes.get(request.params.theme);
      const page = theme && assetPage(theme, request.params.file);
      if (!page) return missing(reply);
      // An old hash gets today's file, but no promise that it will stay.
      return sendPage(request, reply, page, {
        caching: theme.assetHash === request.params.hash ? FOREVER : 'no-cache',
      });
    },
  );

  app.get('/favicon.ico', options, async (request, reply) => {
    const icon = assetPage(themes.get('base') as Theme, 'icon.svg');
    return icon ? sendPage(request, reply, icon, { caching: 'public, max-age=86400' }) : missing(reply);
  });
}

const kept = new LRUCache<string, Page>({ max: 200 });

/** A file of a theme, or its stylesheet in a site's colours (`b3261e.css`), coded once like a page. */
function assetPage(theme: Theme, file: string): Page | undefined {
  const key = `${theme.name}/${theme.assetHash}/${file}`;
  const known = kept.get(key);
  if (known) return known;
  const [accent, ...others] = readStylesheetName(file) ?? [];
  const asset = accent
    ? { body: theme.stylesheet(accent, others).css, type: 'text/css; charset=utf-8' }
    : findAsset(theme, file);
  if (!asset) return undefined;
  const page = makePage({ ...asset, freshForMs: null });
  kept.set(key, page);
  return page;
}

function send(reply: FastifyReply, caching: string, type: string, body: unknown): FastifyReply {
  return reply
    .headers({ ...SECURITY_HEADERS, 'cache-control': caching })
    .type(type)
    .send(body);
}

function missing(reply: FastifyReply): FastifyReply {
  return send(reply.code(404), 'no-store', 'text/plain; charset=utf-8', 'There is no such file.\n');
}
