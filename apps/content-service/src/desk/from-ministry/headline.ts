import { bestText } from '@warta/languages';
import { findMediaItem } from '@warta/media';
import { PURPOSES } from '@warta/sites';
import { findOverlay, findVersionTexts, noteSeen } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { postUrl } from '../../public/links.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import type { Errors, Sent } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { callerOf } from '../session.ts';
import { HEADLINE, headlineAt } from './address.ts';

/** One headline as a mission sees it: the official text, what is asked of the mission, and what it added. */
export const headlineRoutes: DeskRoutes = (app, context) => {
  app.get(HEADLINE, { config: { permission: 'posts:read' } }, async (request, reply) => {
    const { site, headline } = await headlineAt(context, request);
    // Whoever looks after the whole network reads this page too: that is not the mission.
    const isOfMission = callerOf(request).memberships.some((membership) => membership.site === site.id);
    if (isOfMission && !headline.seenAt)
      await noteSeen(context.database.db, actorOf(request), site, headline.id);
    return headlinePage(context, request, reply);
  });
};

/** The page of a headline; with `errors`, as one of its forms was just sent. */
export async function headlinePage(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Errors = {},
  sent: Sent = {},
): Promise<FastifyReply> {
  const { db } = context.database;
  const address = await headlineAt(context, request);
  const { site, headline } = address;
  const texts = await findVersionTexts(db, headline.id, headline.version);
  const overlay = await findOverlay(db, site.id, headline.id);
  const best = bestText(texts, callerOf(request).language, site.locales);
  const standing = bestText(headline.texts, site.locales[0] ?? 'id', site.locales);
  return reply.draw('from-ministry/headline', named(best?.title, 'posts.untitled'), {
    ...address,
    ...{ texts, overlay, best, errors, sent, purposes: PURPOSES },
    cover: overlay.cover ? await findMediaItem(db, site.id, overlay.cover) : undefined,
    readers: headline.shown && standing ? postUrl(context.config, site, standing) : undefined,
  });
}
