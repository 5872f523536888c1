import { DomainError } from '@warta/problems';
import { findSite, MINISTRY_SLUG, type Site } from '@warta/sites';
import { beginFromOffer, beginHeadline } from '@warta/sync';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';

const offerId = z.uuid();

/** Where a headline begins: with nothing, or with what a mission offers. */
export const beginRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'headlines:write' as const } };

  app.post('/headlines', write, async (request, reply) => {
    const origin = await ministry();
    const id = await db.transaction().execute((trx) => beginHeadline(trx, actorOf(request), origin));
    return reply.redirect(`/desk/headlines/${id}`, 303);
  });

  app.post<{ Params: { offer: string } }>('/offers/:offer/headline', write, async (request, reply) => {
    const { success, data: offer } = offerId.safeParse(request.params.offer);
    if (!success) throw new DomainError('not-found', 'There is no such offer.');
    const origin = await ministry();
    const id = await db.transaction().execute((trx) => beginFromOffer(trx, actorOf(request), origin, offer));
    return reply.redirect(`/desk/headlines/${id}?said=offer-taken`, 303);
  });

  async function ministry(): Promise<Site> {
    const site = await findSite(db, MINISTRY_SLUG);
    if (!site) throw new Error('the ministry has no site');
    return site;
  }
};
