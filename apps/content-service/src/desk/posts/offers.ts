import { bestText } from '@warta/languages';
import { listOffers, offerPost, takeOfferBack } from '@warta/posts';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { deskLanguage } from '../frame/words.ts';
import { POST, textAddress } from './address.ts';

const words = z.object({ note: z.string().default('') });

/** What missions offer to the ministry: by the mission beside its post, and the list at the ministry. */
export const offerRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'posts:write' as const } };

  app.post(`${POST}/offer`, write, async (request, reply) => {
    const { site, post, above } = textAddress(request);
    const { note } = readForm(words, request);
    await db.transaction().execute((trx) => offerPost(trx, actorOf(request), site, post, note));
    return reply.redirect(`${above}?said=offered`, 303);
  });

  app.post(`${POST}/offer/back`, write, async (request, reply) => {
    const { site, post, above } = textAddress(request);
    await db.transaction().execute((trx) => takeOfferBack(trx, actorOf(request), site, post));
    return reply.redirect(`${above}?said=offer-back`, 303);
  });

  app.get('/offers', { config: { permission: 'headlines:write' } }, async (request, reply) => {
    const language = deskLanguage(request);
    const offers = (await listOffers(db)).map((offer) => ({
      ...offer,
      text: bestText(offer.texts, language, []),
    }));
    return reply.draw('posts/offers', 'offers.title', { offers });
  });
};
