import { bestText, canonicalLocale } from '@warta/languages';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { findHomes, type TimelineEntry } from '@warta/timeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { postUrl } from '../public/links.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';
import { timelineAnswer } from './schemas.ts';

export function timelineRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).get(
    '/sites/:site/timeline',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['sites'],
        summary: 'What a site shows, as its home does',
        params: z.object({ site: z.string() }),
        querystring: z.object({
          locale: z.string().optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
        }),
        response: { 200: timelineAnswer, ...problems },
      },
    },
    async (request) => {
      const site = await siteNamed(context, request.params.site);
      const { page } = request.query;
      const locale = localeOf(site, request.query.locale);
      const [home] = await findHomes(context.database.db, [{ site: site.id, page }]);
      if (!home) throw new DomainError('not-found', 'There is no such page.');
      const entries = (list: TimelineEntry[]) => list.flatMap((entry) => answer(site, locale, entry) ?? []);
      return {
        site: site.slug,
        locale,
        page,
        pinned: entries(home.pinned),
        headlines: entries(home.headlines),
        posts: entries(home.posts),
        older: home.older,
      };
    },
  );

  function answer(site: Site, locale: string, entry: TimelineEntry) {
    const text = bestText(entry.texts, locale, site.locales);
    if (!text) return undefined;
    return {
      id: entry.post,
      url: postUrl(context.config, site, text),
      locale: text.locale,
      title: text.title,
      summary: text.summary,
      translatedBy: text.mission ? site.slug : null,
      kind: entry.kind,
      details: { ...entry.details },
      publishedAt: entry.publishAt.toISOString(),
      category: entry.category,
      tags: entry.tags,
      origin: entry.origin.slug,
      headline:
        entry.number !== null && entry.version !== null
          ? { number: entry.number, version: entry.version, pinned: entry.pinned }
          : null,
    };
  }
}

function localeOf(site: Site, asked: string | undefined): string {
  if (asked === undefined) return site.locales[0] ?? 'id';
  const locale = canonicalLocale(asked);
  if (locale && site.locales.includes(locale)) return locale;
  throw invalid({ field: 'locale', message: `${site.slug} has ${site.locales.join(', ')}, not ${asked}` });
}
