import { drawOverlay } from '../../public/draw-overlay.ts';
import type { DeskRoutes } from '../context.ts';
import { sentIn } from '../frame/forms.ts';
import { PREVIEW_HEADERS } from '../posts/preview.ts';
import { WORDS, wordsAt } from './address.ts';
import { readWordsForm } from './words-form.ts';

/** What is typed and not shown yet, as readers would see it; nothing of it is kept. */
export const previewRoutes: DeskRoutes = (app, context) => {
  app.post(`${WORDS}/preview`, { config: { permission: 'overlays:write' } }, async (request, reply) => {
    const { site, headline, locale } = await wordsAt(context, request);
    const { input } = readWordsForm(sentIn(request), locale);
    const mediaBase = `/desk/sites/${site.slug}/media`;
    const body = await drawOverlay(context.pages, site, { headline, locale, input, mediaBase });
    return reply.headers(PREVIEW_HEADERS).type('text/html; charset=utf-8').send(body);
  });
};
