import type { Database } from '@warta/database';
import { findDocument, renditionPath } from '@warta/media';
import { isMediaPublic } from '@warta/posts';
import { isOverlayMediaPublic } from '@warta/timeline';
import type { FastifyInstance } from 'fastify';
import { noSuchFile, sendDocument, sendRendition } from '../uploads/send-media.ts';

/** Pictures and documents that something public uses, on every host. */
export function mediaRoutes(app: FastifyInstance, { db }: Database, mediaDir: string): void {
  const options = { config: { permission: 'public' as const }, schema: { hide: true } };

  const isPublic = async (id: string) => (await isMediaPublic(db, id)) || isOverlayMediaPublic(db, id);

  app.get<{ Params: { id: string; file: string } }>(
    '/media/:id/:file',
    options,
    async ({ params: { id, file } }, reply) => {
      const isThere = renditionPath(mediaDir, id, file) && (await isPublic(id));
      return isThere ? sendRendition(reply, mediaDir, id, file) : noSuchFile(reply);
    },
  );

  app.get<{ Params: { id: string } }>('/media/:id', options, async ({ params: { id } }, reply) => {
    const document = await findDocument(db, id);
    if (!document || !(await isPublic(id))) return noSuchFile(reply);
    return sendDocument(reply, mediaDir, document);
  });
}
