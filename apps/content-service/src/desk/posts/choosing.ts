import { findMediaItem } from '@warta/media';
import { contentOf, type DraftInput, draftInput, findDraft, saveDraft } from '@warta/posts';
import { invalid } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import type { TextAddress, WritingPlace } from './writing-place.ts';

const choice = z.object({ media: z.uuid('choose') });
type Place = (draft: DraftInput, media: string, alt: string) => Partial<DraftInput>;

/** Where a picture of the library can be put, and what it changes there. */
const PLACES: Record<string, Place> = {
  cover: (_draft, media) => ({ cover: media }),
  pictures: ({ details }, media) => {
    const pictures = Array.isArray(details.pictures) ? details.pictures : [];
    const isThere = pictures.some((each: { media?: string }) => each.media === media);
    return isThere ? {} : { details: { ...details, pictures: [...pictures, { media }] } };
  },
  poster: ({ details }, media) => ({ details: { ...details, poster: media } }),
  'body-picture': ({ body }, media, alt) => ({ body: `${body.trimEnd()}\n\n![${alt}](/media/${media})\n` }),
};

/** Puts what was chosen in the library into a text; without script, this is how a picture gets there. */
export const choosingRoutes =
  ({ text, write: permission, addressOf }: WritingPlace): DeskRoutes =>
  (app, context) => {
    const { db } = context.database;
    const write = { config: { permission } };

    for (const [name, place] of Object.entries(PLACES)) {
      app.post(`${text}/${name}`, write, async (request, reply) => {
        const address = await addressOf(request);
        await put(request, address, place);
        return reply.redirect(`${address.here}?said=picture-put`, 303);
      });
    }

    async function put(request: FastifyRequest, { site, post, locale, of }: TextAddress, place: Place) {
      const { media } = readForm(choice, request);
      const item = await findMediaItem(db, site.id, media);
      if (item?.kind !== 'picture')
        throw invalid({ field: 'media', message: 'there is no such picture here' });
      const draft = await findDraft(db, site.id, post, locale, of);
      const input = draftInput.parse({ ...(draft && contentOf(draft)), locale });
      const alt = item.alt[locale] ?? Object.values(item.alt)[0] ?? '';
      const changed = { ...input, ...place(input, media, alt.replace(/[[\]]/g, '')) };
      await saveDraft(db, actorOf(request), site, changed, { post, of, base: draft?.revision ?? null });
    }
  };
