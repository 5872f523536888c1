import { may } from '@warta/accounts';
import { findMedia, findMediaItem, MEDIA_LIMITS, type MediaItem, wordsIn } from '@warta/media';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { AT_ONCE, type Library } from '../../uploads/keep-files.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { deskLanguage } from '../frame/words.ts';
import { callerOf, siteOf } from '../session.ts';
import { choiceIn } from './choice.ts';
import { ACCEPTED, LIMITS } from './limits.ts';

const query = z.object({
  library: z.enum(['own', 'shared']).catch('own'),
  kind: z.enum(['picture', 'document']).optional().catch(undefined),
  words: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** Pictures and documents of a site, and those the ministry shares: to look through, to search, to choose from. */
export const libraryRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const look = { config: { permission: 'posts:read' as const } };

  app.get('/sites/:site/media', look, async (request, reply) => drawLibrary(context, request, reply));

  app.get('/sites/:site/media.json', look, async (request) => {
    const site = siteOf(request);
    const asked = query.parse(request.query);
    const { items, pages } = await findMedia(db, { ...asked, kind: 'picture', site: site.id });
    const lang = deskLanguage(request);
    const mayUpload = may(callerOf(request), 'media:write', site);
    return {
      ...{ items: items.map((item) => pictureFor(site, item, lang)), page: asked.page, pages },
      upload: mayUpload ? { accept: MEDIA_LIMITS.pictureTypes.join(','), maxBytes: LIMITS.bytes } : null,
    };
  });
};

/** Draws the library; `refused` says of files that were not kept why. */
export async function drawLibrary(
  { database: { db } }: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: { name: string; why: string }[] = [],
): Promise<FastifyReply> {
  const site = siteOf(request);
  const asked = query.parse(request.query);
  const choice = choiceIn(request.query, site);
  const kind = choice ? 'picture' : asked.kind;
  const found = await findMedia(db, { ...asked, kind, site: site.id });
  const lang = deskLanguage(request);
  const linkTo = (change: Record<string, string | number>) => {
    const parts = { ...asked, ...choice?.carried, page: 1, ...change };
    const kept = Object.entries(parts).filter(([, value]) => value !== undefined && value !== '');
    const query = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
    return `${above(site)}?${new URLSearchParams(query)}`;
  };
  return reply.draw('media/library', choice ? `media.choose-${choice.field}` : 'media.title', {
    ...{ asked, choice, kind, linkTo, refused },
    ...{ above: above(site), limits: LIMITS, accepted: ACCEPTED, atOnce: AT_ONCE },
    found,
    items: found.items.map((item) => ({ ...item, name: nameOf(item, lang), lacks: lacksWords(item, site) })),
  });
}

/** What a picture is called where only a line is to be had for it: its words in the reader's language, or its title. */
export function nameOf({ title, alt }: MediaItem, lang: string): { lang: string | null; text: string } {
  if (title) return { lang: null, text: title };
  return wordsIn(alt, lang) ?? { lang: null, text: '' };
}

const lacksWords = ({ kind, alt }: MediaItem, { locales }: Site) =>
  kind === 'picture' && !locales.some((locale) => alt[locale]);

/** A picture as the code in the browser is told of it. */
export function pictureFor(site: Site, item: MediaItem, lang: string) {
  const { id, width, height, alt } = item;
  return {
    ...{ id, width, height },
    alt: wordsIn(alt, lang)?.text ?? '',
    src: `${above(site)}/${id}/file`,
    address: `/media/${id}`,
  };
}

/** The address of a site's library. */
export const above = ({ slug }: Site) => `/desk/sites/${slug}/media`;

/** Where the files of this request go. */
export function libraryOf({ config, database: { db } }: DeskContext, request: FastifyRequest): Library {
  return { db, mediaDir: config.mediaDir, actor: actorOf(request), site: siteOf(request) };
}

/** @throws {DomainError} `not-found`, also for what only another site may use */
export async function itemOf({ database: { db } }: DeskContext, request: FastifyRequest): Promise<MediaItem> {
  const { id } = request.params as { id: string };
  const item = await findMediaItem(db, siteOf(request).id, id);
  if (item) return item;
  throw new DomainError('not-found', 'There is no such picture or document in this library.');
}
