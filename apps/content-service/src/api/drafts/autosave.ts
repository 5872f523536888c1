import { draftInput, dropAutosave, findAutosave, isPostId, keepAutosave } from '@warta/posts';
import { DomainError, invalid } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Sent } from '../../desk/frame/forms.ts';
import { contentIn, fieldsOf } from '../../desk/posts/form-fields.ts';
import { type ApiContext, problems, siteNamed, typed } from '../context.ts';
import { postAt, TEXT, textParams } from './address.ts';
import { autosaveAnswer, keptAnswer } from './schemas.ts';

const AUTOSAVE = `${TEXT}/autosave`;
const body = draftInput.omit({ locale: true }).extend({
  revision: z.number().int().positive().nullable().describe('what it was typed upon; null for a new text'),
});

/** What a person is typing, kept apart from the history; the desk offers the same back. */
export function autosaveRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;
  const config = { permission: 'posts:write' as const };

  typed(app).put(
    AUTOSAVE,
    {
      config,
      schema: {
        tags: ['posts'],
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
    AUTOSAVE,
    {
      config,
      schema: {
        tags: ['posts'],
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
    AUTOSAVE,
    {
      config,
      schema: {
        tags: ['posts'],
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
  async function keyOf(request: FastifyRequest<{ Params: z.output<typeof textParams> }>) {
    const { site: slug, id: post, locale } = request.params;
    const site = await siteNamed(context, slug);
    if (!site.locales.includes(locale)) {
      throw invalid({ field: 'locale', message: `this site writes in ${site.locales.join(', ')}` });
    }
    if (await isPostId(db, post)) await postAt(context, { site: slug, id: post });
    return { site, key: { post, locale, person: personOf(request) } };
  }
}

function personOf({ token }: Pick<FastifyRequest, 'token'>): string {
  if (token?.person) return token.person;
  throw new DomainError('forbidden', 'What is being typed belongs to a person: send the token of one.');
}
