import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Database } from '@warta/database';
import { slugify } from '@warta/languages';
import { documentPath, findDocument, renditionPath } from '@warta/media';
import { isMediaPublic } from '@warta/posts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SECURITY_HEADERS } from '../pages/send-page.ts';

/** Browsers may keep a file for a day; caches in between may not, so that a recall is not outlived there. */
const PRIVATE_DAY = 'private, max-age=86400';
const TYPES: Record<string, string> = { '.avif': 'image/avif', '.webp': 'image/webp', '.jpg': 'image/jpeg' };

/** Pictures and documents that something public uses, on every host. */
export function mediaRoutes(app: FastifyInstance, { db }: Database, mediaDir: string): void {
  const options = { config: { permission: 'public' as const }, schema: { hide: true } };

  app.get<{ Params: { id: string; file: string } }>(
    '/media/:id/:file',
    options,
    async ({ params: { id, file } }, reply) => {
      const path = renditionPath(mediaDir, id, file);
      if (!path || !(await isMediaPublic(db, id))) return missing(reply);
      return sendFile(reply, path, TYPES[extname(file)] ?? 'image/jpeg');
    },
  );

  app.get<{ Params: { id: string } }>('/media/:id', options, async ({ params: { id } }, reply) => {
    const path = documentPath(mediaDir, id);
    const document = path && (await findDocument(db, id));
    if (!document || !(await isMediaPublic(db, id))) return missing(reply);
    reply.header('content-disposition', `attachment; filename="${slugify(document.title) || id}.pdf"`);
    return sendFile(reply, path, 'application/pdf');
  });
}

/** Should a browser show a document in spite of all, it is shut in: no script, no form, no origin of ours. */
async function sendFile(reply: FastifyReply, path: string, type: string): Promise<FastifyReply> {
  const size = await stat(path).then(
    (file) => file.size,
    () => undefined,
  );
  if (size === undefined) return missing(reply);
  return reply
    .headers({
      ...SECURITY_HEADERS,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': PRIVATE_DAY,
      'content-length': size,
    })
    .type(type)
    .send(createReadStream(path));
}

function missing(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .removeHeader('content-disposition')
    .headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' })
    .type('text/plain; charset=utf-8')
    .send('There is no such file.\n');
}
