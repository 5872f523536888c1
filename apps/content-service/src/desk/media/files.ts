import { findMediaUses, findMediaItem } from '@warta/media';
import type { FastifyReply } from 'fastify';
import { noSuchFile, sendDocument, sendRendition } from '../../uploads/send-media.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { smallFile } from './forms.ts';
import { itemOf } from './library.ts';

/** The files of a library for those who are signed in, also of what nothing public shows yet. */
export const fileRoutes: DeskRoutes = (app, context) => {
  const { mediaDir } = context.config;
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
};

/**
 * Sends a file of what a post uses, to whoever may see that post: `file` is a rendition's name, or undefined for a
 * document.
 */
export async function sendMediaOfPost(
  reply: FastifyReply,
  { config: { mediaDir }, database: { db } }: Pick<DeskContext, 'config' | 'database'>,
  { site, post, media, file }: { site: string; post: string; media: string; file?: string | undefined },
): Promise<FastifyReply> {
  const item = await findMediaItem(db, site, media);
  const uses = item ? await findMediaUses(db, item.id) : [];
  if (!item || !uses.includes(`post:${post}`)) return noSuchFile(reply);
  if (item.kind === 'document') return sendDocument(reply, mediaDir, item);
  return sendRendition(reply, mediaDir, item.id, file ?? smallFile(item));
}
