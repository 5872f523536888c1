import { DomainError } from '@warta/problems';
import { listLocales } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskContext, DeskRoutes } from '../../context.ts';
import { writingRoutes } from '../../posts/routes.ts';
import type { TextAddress, WritingPlace } from '../../posts/writing-place.ts';
import { headlineAt } from '../headline-at.ts';

export const TEXT = '/headlines/:id/texts/:locale';

const wish = z.object({ locale: z.string().max(35), from: z.string().max(35).optional() });

/** Writing a headline, in any language of the network. */
export const headlineWritingRoutes: DeskRoutes = (app, context) => {
  writingRoutes(headlinesOf(context))(app, context);

  app.get('/headlines/:id/texts', { config: { permission: 'headlines:write' } }, async (request, reply) => {
    const { above } = await headlineAt(context, request);
    const { success, data } = wish.safeParse(request.query);
    if (!success) return reply.redirect(above, 303);
    const from = data.from ? `?${new URLSearchParams({ from: data.from })}` : '';
    return reply.redirect(`${above}/texts/${encodeURIComponent(data.locale)}${from}`, 303);
  });
};

/** The ministry's headlines as a place to write in. */
export function headlinesOf(context: DeskContext): WritingPlace {
  return {
    text: TEXT,
    read: 'deliveries:read',
    write: 'headlines:write',
    page: 'headlines/compose/edit',
    newOne: () => 'headlines.new',
    addressOf: (request) => textOf(context, request),
  };
}

async function textOf(context: DeskContext, request: FastifyRequest): Promise<TextAddress> {
  const { id, origin, above, sent } = await headlineAt(context, request);
  const { locale } = request.params as { locale: string };
  const locales = await listLocales(context.database.db);
  if (!locales.includes(locale)) throw new DomainError('not-found', `No mission writes in ${locale}.`);
  const texts = `${above}/texts`;
  return {
    ...{ site: origin, post: id, locale, of: 'headline', locales: inOrder(locales, origin.locales) },
    ...{ above, texts, here: `${texts}/${locale}` },
    next: `${above}/${sent ? 'review' : 'audience'}`,
    library: `/desk/sites/${origin.slug}/media`,
  };
}

/** The ministry's own languages come first. */
const inOrder = (locales: readonly string[], first: readonly string[]) => [
  ...new Set([...first, ...locales]),
];
