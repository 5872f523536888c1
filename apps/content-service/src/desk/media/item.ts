import { findMediaUses, type MediaItem, removeMedia, updateMedia } from '@warta/media';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cropBox } from '../../browser/crop-box.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { deskLanguage } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { changeSent, fieldsOf, isForPress, LICENCES, versionSent } from './forms.ts';
import { languagesFor } from './languages.ts';
import { above, itemOf, nameOf } from './library.ts';
import { usesFor } from './uses.ts';

const ITEM = '/sites/:site/media/:id';
/** The shapes in which readers meet a picture: in lists, as a cover, and in shared links. */
const CROPS = [
  { width: 16, height: 9 },
  { width: 4, height: 3 },
  { width: 1, height: 1 },
];

interface Shown {
  errors?: Errors;
  sent?: Record<string, string>;
  /** Somebody else has saved meanwhile. */
  isStale?: boolean;
}

/** One picture or document: its words, its middle of interest, where it is used; and its removal. */
export const itemRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const look = { config: { permission: 'posts:read' as const } };
  const write = { config: { permission: 'media:write' as const } };

  app.get(ITEM, look, async (request, reply) => draw(request, reply));

  app.post(ITEM, write, async (request, reply) => {
    const site = siteOf(request);
    const sent = fieldsOf(request);
    return answerForm(
      request,
      reply,
      async () => {
        const item = await itemOf(context, request);
        const version = versionSent(sent.version);
        if (item.version !== version) return draw(request, reply.code(412), { sent, isStale: true });
        await updateMedia(db, actorOf(request), site, item.id, version, changeSent(sent, site, item));
        return reply.redirect(`${above(site)}/${item.id}?said=saved`, 303);
      },
      (errors) => draw(request, reply, { errors, sent }),
    );
  });

  app.get(`${ITEM}/removal`, write, async (request, reply) => drawRemoval(request, reply));

  app.post(`${ITEM}/removal`, write, async (request, reply) => {
    const { id } = await itemOf(context, request);
    const site = siteOf(request);
    const version = versionSent(fieldsOf(request).version);
    const { mediaDir } = context.config;
    try {
      await removeMedia(db, actorOf(request), { mediaDir, site: site.id, id, version });
    } catch (error) {
      const isKnown = error instanceof DomainError && ['conflict', 'stale-version'].includes(error.code);
      if (!isKnown) throw error;
      return drawRemoval(request, reply.code(error.code === 'conflict' ? 409 : 412));
    }
    return reply.redirect(`${above(site)}?said=media-removed`, 303);
  });

  async function draw(request: FastifyRequest, reply: FastifyReply, shown: Shown = {}) {
    const { errors = {}, sent = {}, isStale = false } = shown;
    const item = await itemOf(context, request);
    const site = siteOf(request);
    const lang = deskLanguage(request);
    const uses = await usesFor(context, site, item);
    const focus = {
      x: Number(sent.focusX ?? item.focusX * 100),
      y: Number(sent.focusY ?? item.focusY * 100),
    };
    return reply.draw('media/item', named(nameOf(item, lang).text, 'media.no-name'), {
      ...{ item, uses, errors, sent, isStale, languages: languagesFor(site, lang), licences: LICENCES },
      ...{ above: above(site), here: `${above(site)}/${item.id}`, name: nameOf(item, lang) },
      ...{ isOwn: item.site === site.id, press: isForPress(item) },
      focus: { x: Math.round(focus.x), y: Math.round(focus.y) },
      crops: CROPS.map((shape) => ({ ...shape, box: cropBox(item, shape, focus).join(' ') })),
    });
  }

  async function drawRemoval(request: FastifyRequest, reply: FastifyReply) {
    const item: MediaItem = await itemOf(context, request);
    const site = siteOf(request);
    if (item.site !== site.id) throw new DomainError('not-found', 'Only its own site can remove it.');
    const inUse = (await findMediaUses(db, item.id)).length > 0;
    const uses = inUse ? await usesFor(context, site, item) : [];
    return reply.draw('media/removal', 'media.remove', {
      ...{ item, uses, inUse, here: `${above(site)}/${item.id}`, above: above(site) },
      name: nameOf(item, deskLanguage(request)),
    });
  }
};
