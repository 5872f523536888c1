import { bestText } from '@warta/languages';
import { DomainError } from '@warta/problems';
import { REGIONS } from '@warta/sites';
import { findHeadline, type Headline } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sendPage } from '../../pages/send-page.ts';
import { worldMap } from '../../world-map.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { named } from '../frame/views.ts';
import { deskLanguage } from '../frame/words.ts';
import { boardCsv } from './board-csv.ts';
import { readBoard } from './board-model.ts';
import type { BoardRow } from './board-rows.ts';
import { boardWords } from './board-words.ts';
import { recentDrift } from './recent-drift.ts';

const FOREVER = 'public, max-age=31536000, immutable';

export const boardParams = z.object({ id: z.uuid() });
const filters = z.object({
  show: z.literal('not-live').optional().catch(undefined),
  region: z.enum(REGIONS).optional().catch(undefined),
  words: z.string().trim().max(100).optional().catch(undefined),
});
export type BoardFilters = z.output<typeof filters>;

/** Where a headline stands, mission by mission. */
export const boardRoutes: DeskRoutes = (app, context) => {
  const reads = { config: { permission: 'deliveries:read' as const } };

  app.get<{ Params: { id: string } }>('/headlines/:id/deliveries', reads, async (request, reply) => {
    const { headline, board } = await boardOf(context, request);
    const lang = deskLanguage(request);
    const text = bestText(headline.translations, lang, ['id', 'en']);
    const asked = filters.parse(request.query);
    return reply.draw('headlines/board', named(text?.title, 'headlines.title'), {
      headline,
      text,
      board,
      map: await worldMap(),
      asked,
      regions: REGIONS,
      shown: filtered(board.rows, asked),
      words: boardWords(lang),
      drift: await recentDrift(context.database.db, headline.id),
      askedAt: new URL(context.config.publicUrl).host,
    });
  });

  app.get<{ Params: { id: string } }>('/headlines/:id/deliveries.csv', reads, async (request, reply) => {
    const { headline, board } = await boardOf(context, request);
    const rows = filtered(board.rows, filters.parse(request.query));
    return reply
      .header('content-disposition', `attachment; filename="deliveries-${headline.number}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(boardCsv(rows));
  });

  app.get('/assets/land/:file', { config: { permission: 'public' } }, async (request, reply) => {
    const { path, page } = await worldMap();
    const isCurrent = path.endsWith(`/${(request.params as { file: string }).file}`);
    return sendPage(request, reply, page, { caching: isCurrent ? FOREVER : 'no-cache' });
  });
};

/**
 * The headline that the address names, with its board.
 * @throws {DomainError} `not-found`
 */
export async function boardOf({ database }: DeskContext, request: FastifyRequest) {
  const params = boardParams.safeParse(request.params);
  const id = params.success ? params.data.id : undefined;
  const headline = id && (await findHeadline(database.db, id, 'standing'));
  const board = headline && (await readBoard(database, headline.id, deskLanguage(request)));
  if (!headline || !board) throw new DomainError('not-found', 'There is no such headline.');
  return { headline: await withWords(database, headline), board };
}

/** A recalled headline has no words that stand; the desk knows it by its last ones. */
async function withWords({ db }: DeskContext['database'], headline: Headline): Promise<Headline> {
  if (headline.translations.length > 0) return headline;
  return (await findHeadline(db, headline.id)) ?? headline;
}

/** The rows that were asked for, in their order. */
export function filtered(rows: readonly BoardRow[], { show, region, words = '' }: BoardFilters): BoardRow[] {
  const wanted = words.toLowerCase();
  return rows.filter(
    (row) =>
      (!show || row.tone !== 'ok') &&
      (!region || row.region === region) &&
      [row.name, row.country, row.site].some((each) => each.toLowerCase().includes(wanted)),
  );
}
