import { LIST_STATES, listPosts, POST_KINDS } from '@warta/posts';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { callerOf, siteOf } from '../session.ts';

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined);

const filters = z.object({
  words: optional(z.string().trim().max(100)),
  state: optional(z.enum(LIST_STATES)),
  kind: optional(z.enum(POST_KINDS)),
  locale: optional(z.string().max(20)),
  mine: optional(z.literal('1')),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The posts of a site: searched, filtered, the last changed first. */
export const postListRoutes: DeskRoutes = (app, context) => {
  app.get('/sites/:site/posts', { config: { permission: 'posts:read' } }, async (request, reply) => {
    const site = siteOf(request);
    const { mine, ...query } = filters.parse(request.query);
    const owner = mine ? callerOf(request).person : undefined;
    const found = await listPosts(context.database.db, site.id, { ...query, owner });
    return reply.draw('posts/list', 'posts.title', {
      ...found,
      query: { ...query, mine },
      states: LIST_STATES,
      kinds: POST_KINDS,
    });
  });
};
