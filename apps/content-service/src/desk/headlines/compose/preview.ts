import { type Draft, findDraft } from '@warta/posts';
import { DomainError } from '@warta/problems';
import { findSite, type Site } from '@warta/sites';
import { writesIn } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import type { DeskContext, DeskRoutes } from '../../context.ts';
import { deskLanguage } from '../../frame/words.ts';
import { sendPreview } from '../../posts/preview.ts';
import { headlineAt } from '../headline-at.ts';
import { picksOf } from './audience-picks.ts';
import { reachOf } from './reach.ts';
import { TEXT } from './writing.ts';

/** A headline as the readers of a mission of its audience will see it, in that mission's theme. */
export const headlinePreviewRoutes: DeskRoutes = (app, context) => {
  const read = { config: { permission: 'deliveries:read' as const } };

  app.get(`${TEXT}/preview`, read, async (request, reply) => {
    const { locale } = request.params as { locale: string };
    const { id, above, origin, plan } = await headlineAt(context, request);
    const { reached } = await reachOf(context, deskLanguage(request), picksOf(plan.audience));
    const { site: asked } = request.query as { site?: string };
    const site = reached.find(({ slug }) => slug === asked) ?? reached.find((each) => writesIn(each, locale));
    return reply.draw('headlines/compose/preview', 'preview.title', {
      ...{ post: id, above, locale, here: `${above}/texts/${locale}` },
      missions: reached,
      shownAt: site?.slug ?? reached[0]?.slug ?? origin.slug,
    });
  });

  app.get(`${TEXT}/preview/page`, read, async (request, reply) => {
    const { origin, draft } = await textOf(context, request);
    const { site: asked = origin.slug } = request.query as { site?: string };
    const site = await findSite(context.database.db, asked);
    if (!site) throw new DomainError('not-found', 'There is no such mission.');
    const mediaBase = `/desk/sites/${origin.slug}/media`;
    return sendPreview(context, reply, site, draft, { mediaBase, origin, of: 'headline' });
  });
};

/** @throws {DomainError} `not-found` */
async function textOf(
  context: DeskContext,
  request: FastifyRequest,
): Promise<{ origin: Site; draft: Draft }> {
  const { locale } = request.params as { locale: string };
  const { id, origin } = await headlineAt(context, request);
  const draft = await findDraft(context.database.db, origin.id, id, locale, 'headline');
  if (!draft) throw new DomainError('not-found', 'Nothing is written in this language yet.');
  return { origin, draft };
}
