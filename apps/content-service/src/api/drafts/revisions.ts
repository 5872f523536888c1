import { contentAt, findRevision, listRevisions } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type ApiContext, problems, typed } from '../context.ts';
import { revisionAnswer, revisionLines } from './schemas.ts';
import { textAt, type WritingPlace } from './writing-place.ts';

/** Every saved state of a text. One is brought back by saving its content again. */
export function revisionRoutes(app: FastifyInstance, context: ApiContext, place: WritingPlace): void {
  const { db } = context.database;
  const { read: permission, tag, text, textParams } = place;

  typed(app).get(
    `${text}/revisions`,
    {
      config: { permission },
      schema: {
        tags: [tag],
        summary: 'All saved states of a text, the newest first',
        params: textParams,
        response: { 200: revisionLines, ...problems },
      },
    },
    async (request) => {
      const { draft } = await textAt(context, place, request.params);
      const lines = await listRevisions(db, draft.post, draft.locale);
      return lines.map((line) => ({ ...line, savedAt: line.savedAt.toISOString() }));
    },
  );

  typed(app).get(
    `${text}/revisions/:n`,
    {
      config: { permission },
      schema: {
        tags: [tag],
        summary: 'One saved state; its content can be sent back to bring it back',
        params: textParams.extend({ n: z.coerce.number().int().positive().max(999_999_999) }),
        response: { 200: revisionAnswer, ...problems },
      },
    },
    async (request) => {
      const { draft } = await textAt(context, place, request.params);
      const revision = await findRevision(db, draft.post, draft.locale, request.params.n);
      if (!revision) throw new DomainError('not-found', 'There is no such saved state.');
      const { n, title, savedAt, savedBy } = revision;
      return { n, title, savedBy, savedAt: savedAt.toISOString(), content: contentAt(draft, revision) };
    },
  );
}
