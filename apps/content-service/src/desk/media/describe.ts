import { findPicturesFor, type MediaItem, updateMedia } from '@warta/media';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { answerForm, type Errors } from '../frame/forms.ts';
import { deskLanguage } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { choiceIn } from './choice.ts';
import { fieldsOf, judged, LICENCES, versionSent, wordsSent } from './forms.ts';
import { languagesFor } from './languages.ts';
import { above } from './library.ts';

const MOST = 50;
const query = z.object({ of: z.string().max(5000).catch('') });

interface Describing {
  ids: string[];
  refused?: { name: string; why: string }[];
  errors?: Errors;
  sent?: Record<string, string>;
}

/** Asks, right after an upload, what the new pictures show: nobody comes back for it later. */
export const describeRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'media:write' as const } };

  app.get('/sites/:site/media/describe', write, async (request, reply) => {
    const ids = query.parse(request.query).of.split(',').slice(0, MOST);
    return drawDescribing(context, request, reply, { ids });
  });

  app.post('/sites/:site/media/describe', write, async (request, reply) => {
    const site = siteOf(request);
    const sent = fieldsOf(request);
    const ids = (sent.of ?? '').split(',').slice(0, MOST);
    return answerForm(
      request,
      reply,
      async () => {
        const items = await ownItems(context, site, ids);
        // All are judged before one is changed: a text that is too long stops nothing half-way.
        const changes = items.map((item) => ({ item, change: describedAs(sent, site, item) }));
        for (const { item, change } of changes) {
          const version = versionSent(sent[`version.${item.id}`]);
          if (version === item.version)
            await updateMedia(db, actorOf(request), site, item.id, version, change);
          else throw new DomainError('conflict', 'Somebody has described one of these meanwhile.', [CHANGED]);
        }
        const choice = choiceIn(sent, site);
        const asked = new URLSearchParams({ ...choice?.carried, said: 'saved' });
        return reply.redirect(`${above(site)}?${asked}`, 303);
      },
      (errors) => drawDescribing(context, request, reply, { ids, errors, sent }),
    );
  });
};

const CHANGED = {
  field: 'form',
  message: 'Somebody has described one of these meanwhile.',
  why: 'media.changed',
};

/** The form in which new pictures and documents are described, those of this site alone. */
export async function drawDescribing(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { ids, refused = [], errors = {}, sent = {} }: Describing,
): Promise<FastifyReply> {
  const site = siteOf(request);
  const items = await ownItems(context, site, ids);
  if (items.length === 0) return reply.redirect(above(site), 303);
  const choice = choiceIn(sent.of ? sent : request.query, site);
  const languages = languagesFor(site, deskLanguage(request));
  return reply.draw('media/describe', 'media.describe', {
    ...{ items, refused, errors, sent, choice, languages, licences: LICENCES },
    ...{ above: above(site), of: items.map(({ id }) => id).join(',') },
  });
}

function describedAs(sent: Record<string, string>, site: Site, item: MediaItem) {
  const { id, kind, alt, title, language } = item;
  const own =
    kind === 'picture'
      ? { alt: wordsSent(sent, `alt.${id}`, site, alt) }
      : { title: sent[`title.${id}`] ?? title, language: sent[`language.${id}`] ?? language };
  const common = { credit: sent.credit || item.credit, licence: sent.licence || item.licence };
  return judged({ ...own, ...common });
}

async function ownItems({ database: { db } }: DeskContext, site: Site, ids: string[]): Promise<MediaItem[]> {
  const found = await findPicturesFor(db, site.id, ids);
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []).filter((item) => item.site === site.id);
}
