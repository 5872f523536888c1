import { dropAutosave, keepAutosave } from '@warta/posts';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { callerOf } from '../session.ts';
import { TEXT, textAddress } from './address.ts';

const MOST = 300_000;
const body = z.object({
  revision: z.number().int().positive().nullable(),
  fields: z
    .record(z.string().max(60), z.union([z.string(), z.array(z.string())]))
    .refine((fields) => JSON.stringify(fields).length <= MOST, 'is too long'),
});

/** What is being typed, kept apart from the history; sent by code in the browser while somebody writes. */
export const autosaveRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'posts:write' as const } };

  app.post(`${TEXT}/autosave`, write, async (request) => {
    const { site, post, locale } = textAddress(request);
    const { fields, revision } = body.parse(request.body);
    const { _csrf, ...content } = fields;
    const key = { post, locale, person: callerOf(request).person };
    const savedAt = await keepAutosave(db, site.id, key, { content, base: revision });
    return { savedAt: savedAt.toISOString() };
  });

  app.post(`${TEXT}/autosave/drop`, write, async (request, reply) => {
    const { post, locale, here } = textAddress(request);
    await dropAutosave(db, { post, locale, person: callerOf(request).person });
    return reply.redirect(here, 303);
  });
};
