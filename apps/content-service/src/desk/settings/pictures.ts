import { findMediaItem } from '@warta/media';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import { setSite } from '../../set-site.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { siteOf } from '../session.ts';

const choice = z.object({ media: z.preprocess((id) => id || null, z.uuid().nullable()) });

/** The site's logo and its large picture: chosen in the library, or none. */
export const pictureRoutes: DeskRoutes = (app, context) => {
  const { database, validateLook } = context;
  const options = { config: { permission: 'settings:write' as const } };

  app.get('/sites/:site/settings/pictures', options, async (request, reply) => {
    const { id, logo, hero } = siteOf(request);
    const [logoItem, heroItem] = await Promise.all(
      [logo, hero].map(async (media) => (media ? findMediaItem(database.db, id, media) : undefined)),
    );
    return reply.draw('settings/pictures', 'settings.pictures', {
      pictures: [
        { field: 'logo', item: logoItem },
        { field: 'hero', item: heroItem },
      ],
    });
  });

  for (const field of ['logo', 'hero'] as const) {
    app.post(`/sites/:site/settings/${field}`, options, async (request, reply) => {
      const { slug } = siteOf(request);
      const { media } = readForm(choice, request);
      await setSite(database, actorOf(request), slug, { [field]: media }, { validateLook });
      return reply.redirect(`/desk/sites/${slug}/settings/pictures?said=saved`, 303);
    });
  }
};
