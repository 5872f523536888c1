import { moment } from '@warta/posts';
import type { Site } from '@warta/sites';
import { type SearchResult, SearchTooLongError, type SearchWanted, searchTexts } from '@warta/timeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { UnavailableError } from '../pages/answer.ts';
import { RETRY_AFTER_S } from '../pages/send-page.ts';
import { sendProblem } from '../plugins/errors.ts';
import { postUrl } from '../public/links.ts';
import { SEARCH_KINDS } from '../public/search/search-form.ts';
import { searchLimit, TooManySearchesError } from '../public/search/search-limit.ts';
import { searchTurns } from '../public/search/search-turns.ts';
import { type ApiContext, problems, siteNamed, typed } from './context.ts';
import { searchAnswer } from './search-schemas.ts';

const querystring = z.object({
  q: z.string().trim().min(1, 'is empty').describe('words; "in this order"; -without; OR between two'),
  site: z.string().optional().describe('what stands on this site, the headlines it was sent among it'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'is not a language without script or region, such as zh')
    .optional(),
  kind: z.enum(['article', 'page', ...SEARCH_KINDS]).optional(),
  category: z.string().max(40).optional(),
  from: moment.optional().describe('published at this moment or later'),
  to: moment.optional().describe('published before this moment'),
  locale: z.string().max(35).default('id').describe('which of several languages of one post is given'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export function searchRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).get(
    '/search',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['sites'],
        summary: 'What readers may see that has these words, best first, ten a page',
        querystring,
        response: { 200: searchAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { q, site: slug, ...rest } = request.query;
      const site = slug === undefined ? undefined : await siteNamed(context, slug);
      const wanted: SearchWanted = { ...rest, typed: q, site: site?.id };
      try {
        await searchLimit.spend(request.ip);
        const found = await searchTurns.take(() => searchTexts(context.database.db, wanted));
        const { results, mended = null, ...about } = found;
        return { ...about, mended, page: rest.page, results: results.map((result) => answer(result, site)) };
      } catch (error) {
        if (error instanceof TooManySearchesError) {
          reply.header('retry-after', String(error.retryAfterS));
          return sendProblem(request, reply, 429, 'Too many searches came from this address.');
        }
        if (!(error instanceof SearchTooLongError || error instanceof UnavailableError)) throw error;
        reply.header('retry-after', RETRY_AFTER_S);
        return sendProblem(request, reply, 503, 'The search took too long, or too many are under way.');
      }
    },
  );

  /** At the address of the site searched, or else of the site that published it. */
  function answer({ entry, text, mission, title, snippet }: SearchResult, site: Site | undefined) {
    return {
      id: entry.post,
      url: postUrl(context.config, site ?? mission ?? entry.origin, text),
      locale: text.locale,
      title,
      snippet,
      kind: entry.kind,
      publishedAt: entry.publishAt.toISOString(),
      category: entry.category,
      tags: entry.tags,
      origin: entry.origin.slug,
      mission: mission?.slug ?? null,
    };
  }
}
