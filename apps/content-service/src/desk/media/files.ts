import { findMediaUses, findPicturesFor } from '@warta/media';
import { findPreview } from '@warta/posts';
import { noSuchFile, sendDocument, sendRendition } from '../../uploads/send-media.ts';
import type { DeskRoutes } from '../context.ts';
import { smallFile } from './forms.ts';
import { itemOf } from './library.ts';

/** The files of a library for those who are signed in, also of what nothing public shows yet. */
export const fileRoutes: DeskRoutes = (app, context) => {
  const { mediaDir } = context.config;
  const { db } = context.database;
  const look = { config: { permission: 'posts:read' as const } };

  app.get('/sites/:site/media/:id/file', look, async (request, reply) => {
    const item = await itemOf(context, request);
    if (item.kind === 'document') return sendDocument(reply, mediaDir, item);
    return sendRendition(reply, mediaDir, item.id, smallFile(item));
  });

  app.get<{ Params: { id: string; file: string } }>(
    '/sites/:site/media/:id/:file',
    look,
    async (request, reply) => {
      const { id } = await itemOf(context, request);
      const { file } = request.params;
      if (file === 'large.jpg') {
        reply.header('content-disposition', `attachment; filename="${id}.jpg"`);
      }
      return sendRendition(reply, mediaDir, id, file);
    },
  );

  // Whoever has the link to a preview sees the pictures and documents of that post, no others of the site, and
  // nothing once it has run out.
  app.get<{ Params: { secret: string; id: string; file: string } }>(
    '/preview/:secret/media/:id/:file',
    { config: { permission: 'public' } },
    async ({ params: { secret, id, file } }, reply) => {
      const preview = await findPreview(db, secret);
      const item = preview && (await findPicturesFor(db, preview.site, [id])).get(id);
      const uses = item ? await findMediaUses(db, item.id) : [];
      if (!item || !uses.includes(`post:${preview?.post}`)) return noSuchFile(reply);
      if (item.kind === 'picture') return sendRendition(reply, mediaDir, id, file, 'no-store');
      return file === 'file' ? sendDocument(reply, mediaDir, item, 'no-store') : noSuchFile(reply);
    },
  );
};
