import { draftInput, dropAutosave, findAutosave, isPostId, keepAutosave } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sent } from '../../desk/frame/forms.ts';
import { contentIn, fieldsOf } from '../../desk/posts/form-fields.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { autosaveAnswer, keptAnswer } from './schemas.ts';
import type { WritingPlace } from './writing-place.ts';

const body = draftInput.omit({ locale: true }).extend({
  revision: z.number().int().positive().nullable().describe('what it was typed upon; null for a new text'),
});

/** What a person is typing, kept apart from the history; the desk offers the same back. */
export function autosaveRoutes(app: FastifyInstance, context: ApiContext, place: WritingPlace): void {
  const { db } = context.database;
  const { tag, textParams } = place;
  const address = `${place.text}/autosave`;
  const config = { permission: place.write };

  typed(app).put(
    address,
    {
      config,
      schema: {
        tags: [tag],
        summary: 'Keeps what the token’s person is typing, in the place of what was kept before',
        description: 'No revision is made. Saving the text forgets it, and so do 60 days.',
        params: textParams,
        body,
        response: { 200: keptAnswer, ...problems },
      },
    },
    async (request) => {
      const { site, key } = await keyOf(request);
      const { revision: base, ...content } = request.body;
      const kept = fieldsOf(content, site.timezone) as Record<string, string | string[]>;
      const savedAt = await keepAutosave(db, site.id, key, { content: kept, base });
      return { savedAt: savedAt.toISOString() };
    },
  );

  typed(app).get(
    address,
    {
      config,
      schema: {
        tags: [tag],
        summary: 'What the token’s person typed last and did not save, at the desk or by a program',
        params: textParams,
        response: { 200: autosaveAnswer, ...problems },
      },
    },
    async (request) => {
      const { site, key } = await keyOf(request);
      const kept = await findAutosave(db, key);
      if (!kept) throw new DomainError('not-found', 'Nothing was typed there and not saved.');
      const { base: revision, savedAt, content } = kept;
      return { revision, savedAt: savedAt.toISOString(), content: contentIn(content as Sent, site) };
    },
  );

  typed(app).delete(
    address,
    {
      config,
      schema: {
        tags: [tag],
        summary: 'Throws it away',
        params: textParams,
        response: { 204: z.null(), ...problems },
      },
    },
    async (request, reply) => {
      const { key } = await keyOf(request);
      await dropAutosave(db, key);
      return reply.code(204).send(null);
    },
  );

  /** A new post may have any id that is nobody else's. */
  async function keyOf(request: FastifyRequest<{ Params: z.output<WritingPlace['textParams']> }>) {
    const { id: post, locale } = request.params;
    const site = await place.siteOf(context, request.params);
    await place.refuseOther(context, site, { locale, kind: 'article' });
    if (await isPostId(db, post)) await place.expect(context, request.params);
    return { site, key: { post, locale, person: personOf(request) } };
  }
}

function personOf({ token }: Pick<FastifyRequest, 'token'>): string {
  if (token?.person) return token.person;
  throw new DomainError('forbidden', 'What is being typed belongs to a person: send the token of one.');
}
