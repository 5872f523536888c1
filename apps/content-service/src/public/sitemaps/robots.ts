import type { FastifyInstance } from 'fastify';
import type { Config } from '../../config.ts';
import { SECURITY_HEADERS } from '../../pages/page-head.ts';
import { ownHostOf } from '../own-host.ts';

/** What is not for readers at large. */
const NOT_FOR_ROBOTS = ['/api/', '/desk/', '/health/', '/latihan/'];
/** Lists that readers put together themselves, and pages that are there twice, once with the frame of a video. */
const ASKED_FOR = ['/missions?', '/en/missions?', '/search?', '/*/search?', '/*?video'];

/** Tells robots where not to go, and where they find everything else. */
export function robotsRoute(app: FastifyInstance, config: Config): void {
  const ownHost = ownHostOf(config);
  app.get(
    '/robots.txt',
    { config: { permission: 'public' }, schema: { hide: true } },
    async (request, reply) => {
      const host = ownHost(request.headers.host ?? '');
      const own = host === undefined ? config.publicUrl : `${new URL(config.publicUrl).protocol}//${host}`;
      return reply
        .headers({ ...SECURITY_HEADERS, 'cache-control': 'public, max-age=3600' })
        .type('text/plain; charset=utf-8')
        .send(robots(own, config.publicUrl));
    },
  );
}

/** The index names the sitemaps of other hosts as well, which each of them has to agree to. */
function robots(own: string, ministry: string): string {
  const sitemaps = new Set([`${own}/sitemap.xml`, `${own}/news-sitemap.xml`, `${ministry}/sitemap.xml`]);
  return [
    'User-agent: *',
    ...[...NOT_FOR_ROBOTS, ...ASKED_FOR].map((path) => `Disallow: ${path}`),
    '',
    ...[...sitemaps].map((url) => `Sitemap: ${url}`),
    '',
  ].join('\n');
}
