import { findPicturesFor, mediaIdsIn } from '@warta/media';
import {
  type Draft,
  type DraftOf,
  findDraft,
  findDrafts,
  findPreview,
  parseDetails,
  sharePreview,
} from '@warta/posts';
import { DomainError } from '@warta/problems';
import { findSitesById, type Site } from '@warta/sites';
import type { FastifyReply } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { drawDraft } from '../../public/draw-draft.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { TEXT, textAddress } from './address.ts';

/** A page as readers will get it; it may stand in a frame of the desk, and nothing in it is kept anywhere. */
export const PREVIEW_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'referrer-policy': 'no-referrer',
};

/** A text as readers will see it, at the desk beside itself on a phone, and by a link for those without an account. */
export const previewRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'posts:read' as const } };

  app.get(`${TEXT}/preview`, read, async (request, reply) => {
    const address = textAddress(request);
    await required(address.site, address.post, address.locale);
    return reply.draw('posts/preview', 'preview.title', { ...address, link: null });
  });

  app.post(`${TEXT}/preview`, { config: { permission: 'posts:write' } }, async (request, reply) => {
    const address = textAddress(request);
    const { site, post, locale } = address;
    await required(site, post, locale);
    const { secret, expiresAt } = await db
      .transaction()
      .execute((trx) => sharePreview(trx, actorOf(request), site, post, locale));
    const link = { url: `${context.config.deskUrl}/desk/preview/${secret}`, expiresAt };
    return reply.draw('posts/preview', 'preview.title', { ...address, link });
  });

  app.get(`${TEXT}/preview/page`, read, async (request, reply) => {
    const { site, post, locale } = textAddress(request);
    const draft = await required(site, post, locale);
    return sendPreview(context, reply, site, draft, { mediaBase: `/desk/sites/${site.slug}/media` });
  });

  app.get<{ Params: { secret: string } }>(
    '/preview/:secret',
    { config: { permission: 'public' } },
    async (request, reply) => {
      const preview = await findPreview(db, request.params.secret);
      const [site] = preview ? await findSitesById(db, [preview.site]) : [];
      const draft = site && preview && (await findDraft(db, site.id, preview.post, preview.locale));
      if (!draft) return reply.code(410).draw('posts/preview-over', 'preview.over');
      const mediaBase = `/desk/preview/${request.params.secret}/media`;
      return sendPreview(context, reply, site, draft, { mediaBase });
    },
  );

  async function required(site: Site, post: string, locale: string): Promise<Draft> {
    const draft = await findDraft(db, site.id, post, locale);
    if (draft) return draft;
    throw new DomainError('not-found', 'There is no such text on this site.');
  }
};

/** How a text is shown: where whoever looks may have its pictures, which readers cannot have yet, and whose it is. */
interface PreviewOf {
  mediaBase: string;
  origin?: Site;
  of?: DraftOf;
}

/** Sends a text as readers of a site will see it. */
export async function sendPreview(
  { database: { db }, pages }: DeskContext,
  reply: FastifyReply,
  site: Site,
  draft: Draft,
  { mediaBase, origin = site, of = 'post' }: PreviewOf,
) {
  const all = await findDrafts(db, origin.id, draft.post, of);
  const pictures = await findPicturesFor(db, origin.id, mediaIdsIn(wordsOf(draft)));
  const shown = { ...draft, details: completeDetails(draft) };
  const body = await drawDraft(pages, site, { draft: shown, all, pictures, mediaBase, origin });
  return reply.headers(PREVIEW_HEADERS).type('text/html; charset=utf-8').send(body);
}

/** Everything that can name a picture. */
const wordsOf = ({ body, cover, details }: Draft) =>
  `${body} /media/${cover ?? ''} ${JSON.stringify(details).replaceAll(/"([0-9a-f-]{36})"/g, ' /media/$1 ')}`;

/** What the kind needs may not be there yet: the page is then shown without it. */
function completeDetails(draft: Draft): Draft['details'] {
  try {
    return parseDetails(draft.kind, draft.details) as Draft['details'];
  } catch {
    return {};
  }
}
