import { bestText } from '@warta/languages';
import { findSite, MINISTRY_SLUG } from '@warta/sites';
import { countLive, type Headline, listHeadlineDrafts, listHeadlines } from '@warta/sync';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { deskLanguage } from '../frame/words.ts';

const PAGE = 30;
const STATES = ['draft', 'scheduled', 'live', 'recalled'] as const;
const asked = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  state: z.enum(STATES).optional().catch(undefined),
  words: z.string().trim().max(100).optional().catch(undefined),
});
type Asked = z.output<typeof asked>;

/** The headlines there are: those that are being written, then those that were sent, the newest first. */
export const headlineListRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get('/headlines', { config: { permission: 'deliveries:read' } }, async (request, reply) => {
    const query = asked.parse(request.query);
    const lang = deskLanguage(request);
    const { headlines, more } = await sent(query, lang);
    return reply.draw('headlines/list', 'headlines.title', {
      drafts: await written(query, lang),
      ...{ headlines, more, query, states: STATES },
    });
  });

  async function written({ state, words = '', page }: Asked, lang: string) {
    if (page > 1 || (state && state !== 'draft')) return [];
    const origin = await findSite(db, MINISTRY_SLUG);
    const drafts = origin ? await listHeadlineDrafts(db, origin.id) : [];
    const wanted = words.toLowerCase();
    return drafts
      .filter(({ texts }) => texts.some(({ title }) => title.toLowerCase().includes(wanted)))
      .map((draft) => ({ ...draft, text: nameable(draft.texts, lang) }));
  }

  async function sent({ state, words, page }: Asked, lang: string) {
    if (state === 'draft') return { headlines: [], more: false };
    const paging = { limit: PAGE + 1, offset: (page - 1) * PAGE };
    const found = await listHeadlines(db, { ...paging, state, title: words || undefined });
    const shown = found.slice(0, PAGE);
    const counts = await countLive(
      db,
      shown.map(({ id }) => id),
    );
    const withCount = (headline: Headline) => ({
      ...headline,
      text: bestText(headline.translations, lang, ['id', 'en']),
      count: counts.get(headline.id) ?? { total: 0, live: 0 },
    });
    return { headlines: shown.map(withCount), more: found.length > PAGE };
  }
};

/** The text a headline is known by: one with a title, where there is one. */
function nameable(texts: { locale: string; title: string }[], lang: string) {
  const titled = texts.filter(({ title }) => title !== '');
  return bestText(titled, lang, ['id', 'en']) ?? texts[0];
}
