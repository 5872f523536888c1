import { listMissionHeadlines, MISSION_LISTS } from '@warta/sync';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { siteOf } from '../session.ts';
import { HEADLINES } from './address.ts';

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined);

const filters = z.object({
  words: optional(z.string().trim().max(100)),
  list: optional(z.enum(MISSION_LISTS)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What the ministry has sent to a site: searched, narrowed, the last changed first. */
export const listRoutes: DeskRoutes = (app, { database: { db } }) => {
  app.get(HEADLINES, { config: { permission: 'posts:read' } }, async (request, reply) => {
    const query = filters.parse(request.query);
    const found = await listMissionHeadlines(db, siteOf(request).id, query);
    return reply.draw('from-ministry/list', 'ministry.title', { ...found, query, lists: MISSION_LISTS });
  });
};
