import { bestText } from '@warta/languages';
import { DomainError } from '@warta/problems';
import { findHeadline } from '@warta/sync';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { deskLanguage } from '../frame/words.ts';
import { boardWords } from './board-words.ts';
import { timelineLines } from './timeline-lines.ts';

const asked = z.object({
  id: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(20).catch([])),
});

/** What happened with one headline, or with several that belong together: to be read, and to be printed. */
export const timelineRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get('/headlines/timeline', { config: { permission: 'deliveries:read' } }, async (request, reply) => {
    const { id: ids } = asked.parse(request.query);
    const found = await Promise.all([...new Set(ids)].map((id) => findHeadline(db, id)));
    const headlines = found.filter((headline) => headline !== undefined);
    if (headlines.length === 0) throw new DomainError('not-found', 'No headline was chosen.');
    const lang = deskLanguage(request);
    return reply.draw('headlines/timeline', 'timeline.title', {
      headlines: headlines
        .map((headline) => ({ ...headline, text: bestText(headline.translations, lang, ['id', 'en']) }))
        .sort((a, b) => a.number - b.number),
      lines: await timelineLines(db, headlines, lang),
      clock: boardWords(lang).clock,
      now: new Date(),
    });
  });
};
