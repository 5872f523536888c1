import { bestText } from '@warta/languages';
import { countLive, listHeadlines } from '@warta/sync';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { deskLanguage } from '../frame/words.ts';

const PAGE = 30;
const asked = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** The headlines there are, the newest first, with where each stands. */
export const headlineListRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get('/headlines', { config: { permission: 'deliveries:read' } }, async (request, reply) => {
    const { page } = asked.parse(request.query);
    const found = await listHeadlines(db, { limit: PAGE + 1, offset: (page - 1) * PAGE });
    const shown = found.slice(0, PAGE);
    const counts = await countLive(
      db,
      shown.map(({ id }) => id),
    );
    const lang = deskLanguage(request);
    return reply.draw('headlines/list', 'headlines.title', {
      headlines: shown.map((headline) => ({
        ...headline,
        text: bestText(headline.translations, lang, ['id', 'en']),
        count: counts.get(headline.id) ?? { total: 0, live: 0 },
      })),
      page,
      more: found.length > PAGE,
    });
  });
};
