import { DomainError } from '@warta/problems';
import type { FastifyInstance } from 'fastify';
import { wordsToShare } from '../../colleagues/words-to-share.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { TEXT, textParams } from './address.ts';
import { POSTS_PLACE } from './posts-place.ts';
import { shareAnswer } from './schemas.ts';
import { textAt } from './writing-place.ts';

/** Texts to pass on with what was published. */
export function shareRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).get(
    `${TEXT}/share`,
    {
      config: { permission: 'posts:read' },
      schema: {
        tags: ['posts'],
        summary: 'Texts to copy for WhatsApp, Instagram, X and Facebook, within their lengths',
        params: textParams,
        response: { 200: shareAnswer, ...problems },
      },
    },
    async (request) => {
      const { site, draft } = await textAt(context, POSTS_PLACE, request.params);
      const words = await wordsToShare(context.database.db, context.config, site, draft);
      if (words) return { url: words.url, ...words.texts };
      throw new DomainError('conflict', 'The text was not published, so there is no address to pass on.');
    },
  );
}
