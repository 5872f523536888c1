import { bestText } from '@warta/languages';
import { declineOffer, listOffers, offerPost, takeOfferBack } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { deskLanguage } from '../frame/words.ts';
import { POST, textAddress } from './address.ts';

const words = z.object({ note: z.string().default('') });
const refusal = z.object({ answer: z.string().default('') });
const offerId = z.uuid();

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

  const ministry = { config: { permission: 'headlines:write' as const } };

  app.get('/offers', ministry, async (request, reply) => list(request, reply));

  app.post<{ Params: { offer: string } }>('/offers/:offer/refusal', ministry, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { success, data: offer } = offerId.safeParse(request.params.offer);
        if (!success) throw new DomainError('not-found', 'There is no such offer.');
        const { answer } = readForm(refusal, request);
        await db.transaction().execute((trx) => declineOffer(trx, actorOf(request), offer, answer));
        return reply.redirect('/desk/offers?said=offer-declined', 303);
      },
      (errors, sent) => list(request, reply, errors, sent),
    ),
  );

  async function list(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const language = deskLanguage(request);
    const offers = (await listOffers(db)).map((offer) => ({
      ...offer,
      text: bestText(offer.texts, language, []),
    }));
    const { offer: answered } = request.params as { offer?: string };
    return reply.draw('posts/offers', 'offers.title', { offers, answered, errors, sent });
  }
};
