import { DomainError } from '@warta/problems';
import { listSites } from '@warta/sites';
import { findDeliveries, findHeadline, findVersionTexts, type Headline, listHeadlines } from '@warta/sync';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { postUrl } from '../public/links.ts';
import { type ApiContext, problems, typed } from './context.ts';
import { deliveriesAnswer, headlineAnswer } from './schemas.ts';

const params = z.object({ id: z.uuid('is not the id of a headline') });
const versionText = z.object({
  ...{ locale: z.string(), title: z.string(), summary: z.string(), body: z.string() },
});
const PUBLIC_STATE = 'live';
/** What of a version is for the ministry and its missions. */
const OUTSIDE = { reason: null, by: null, internalNote: null, acknowledgeWithin: null };

/** Reading headlines and where they stand. Without a token only what readers can see as well. */
export function headlineReadRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    '/headlines',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['headlines'],
        summary: 'Headlines, newest first; scheduled and recalled ones only with a token',
        querystring: z.object({
          limit: z.coerce.number().int().min(1).max(200).default(50),
          offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        }),
        response: { 200: z.array(headlineAnswer), ...problems },
      },
    },
    async (request) => {
      const headlines = await listHeadlines(db, request.query, wordsFor(request));
      return Promise.all(headlines.map((headline) => answer(headline, request.token !== null)));
    },
  );

  typed(app).get(
    '/headlines/:id',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['headlines'],
        summary: 'One headline with its versions',
        params,
        response: { 200: headlineAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const headline = await findHeadline(db, request.params.id, wordsFor(request));
      if (!headline || (!request.token && headline.state !== PUBLIC_STATE)) throw notFound();
      return reply
        .header('etag', `"${request.token ? headline.version : headline.standingVersion}"`)
        .send(await answer(headline, request.token !== null));
    },
  );

  typed(app).get(
    '/headlines/:id/deliveries',
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'Where a headline stands, as it was seen',
        params,
        response: { 200: deliveriesAnswer, ...problems },
      },
    },
    async (request) => {
      const deliveries = await findDeliveries(db, request.params.id);
      if (!deliveries) throw notFound();
      const outside = deliveries.outsideCache;
      return {
        ...deliveries,
        outsideCache: outside && {
          ...outside,
          purgedAt: outside.purgedAt?.toISOString() ?? null,
          nextTryAt: outside.nextTryAt?.toISOString() ?? null,
        },
        items: deliveries.items.map((item) => ({ ...item, provenAt: item.provenAt?.toISOString() ?? null })),
      };
    },
  );

  typed(app).get(
    '/headlines/:id/versions/:version',
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'The words of one version; of a recall, those it took away',
        params: params.extend({ version: z.coerce.number().int().min(1) }),
        response: { 200: z.array(versionText), ...problems },
      },
    },
    async (request) => {
      const { id, version } = request.params;
      const headline = await findHeadline(db, id);
      if (!headline?.versions.some((each) => each.version === version)) throw notFound();
      return findVersionTexts(db, id, version);
    },
  );

  async function answer(headline: Headline, inside: boolean) {
    const origin = (await listSites(db)).find((site) => site.slug === headline.origin);
    if (!origin) throw new Error(`headline ${headline.id} has no origin`);
    return {
      ...headline,
      version: inside ? headline.version : headline.standingVersion,
      publishAt: headline.publishAt.toISOString(),
      pinnedUntil: headline.pinnedUntil?.toISOString() ?? null,
      standsUntil: headline.standsUntil?.toISOString() ?? null,
      translations: headline.translations.map((text) => ({
        ...text,
        url: text.slug ? postUrl(context.config, origin, text) : null,
      })),
      versions: headline.versions
        .filter(({ version }) => inside || version <= headline.standingVersion)
        .map((version) => ({ ...version, ...(!inside && OUTSIDE) })),
    };
  }
}

/** Words set for later are for holders of a token. */
const wordsFor = (request: FastifyRequest) => (request.token ? 'latest' : 'standing');

const notFound = () => new DomainError('not-found', 'There is no such headline.');
