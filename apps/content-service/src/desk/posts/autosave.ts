import { dropAutosave, keepAutosave } from '@warta/posts';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { callerOf } from '../session.ts';
import type { WritingPlace } from './writing-place.ts';

const MOST = 300_000;
const body = z.object({
  revision: z.number().int().positive().nullable(),
  fields: z
    .record(z.string().max(60), z.union([z.string(), z.array(z.string())]))
    .refine((fields) => JSON.stringify(fields).length <= MOST, 'is too long'),
});

/** What is being typed, kept apart from the history; sent by code in the browser while somebody writes. */
export const autosaveRoutes =
  ({ text, write: permission, addressOf }: WritingPlace): DeskRoutes =>
  (app, context) => {
    const { db } = context.database;
    const write = { config: { permission } };

    app.post(`${text}/autosave`, write, async (request) => {
      const { site, post, locale } = await addressOf(request);
      const { fields, revision } = body.parse(request.body);
      const { _csrf, ...content } = fields;
      const key = { post, locale, person: callerOf(request).person };
      const savedAt = await keepAutosave(db, site.id, key, { content, base: revision });
      return { savedAt: savedAt.toISOString() };
    });

    app.post(`${text}/autosave/drop`, write, async (request, reply) => {
      const { post, locale, here } = await addressOf(request);
      await dropAutosave(db, { post, locale, person: callerOf(request).person });
      return reply.redirect(here, 303);
    });
  };
