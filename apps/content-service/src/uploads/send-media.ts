import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { slugify } from '@warta/languages';
import { documentPath, type MediaItem, renditionPath } from '@warta/media';
import type { FastifyReply } from 'fastify';
import { SECURITY_HEADERS } from '../pages/page-head.ts';

/** Browsers may keep a file for a day; caches in between may not, so that a recall is not outlived there. */
const PRIVATE_DAY = 'private, max-age=86400';
const TYPES: Record<string, string> = { '.avif': 'image/avif', '.webp': 'image/webp', '.jpg': 'image/jpeg' };

/** Sends a rendition of a picture by its file name; whether it may be seen is for the caller to know. */
export function sendRendition(
  reply: FastifyReply,
  mediaDir: string,
  id: string,
  file: string,
  cache = PRIVATE_DAY,
): Promise<FastifyReply> | FastifyReply {
  const path = renditionPath(mediaDir, id, file);
  return path ? sendFile(reply, path, TYPES[extname(file)] ?? 'image/jpeg', cache) : noSuchFile(reply);
}

/** Sends a document, only ever as a download. */
export function sendDocument(
  reply: FastifyReply,
  mediaDir: string,
  { id, title }: Pick<MediaItem, 'id' | 'title'>,
  cache = PRIVATE_DAY,
): Promise<FastifyReply> | FastifyReply {
  const path = documentPath(mediaDir, id);
  if (!path) return noSuchFile(reply);
  reply.header('content-disposition', `attachment; filename="${slugify(title) || id}.pdf"`);
  return sendFile(reply, path, 'application/pdf', cache);
}

/** Should a browser show a document in spite of all, it is shut in: no script, no form, no origin of ours. */
async function sendFile(
  reply: FastifyReply,
  path: string,
  type: string,
  cache: string,
): Promise<FastifyReply> {
  const size = await stat(path).then(
    (file) => file.size,
    () => undefined,
  );
  if (size === undefined) return noSuchFile(reply);
  return reply
    .headers({
      ...SECURITY_HEADERS,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': cache,
      'content-length': size,
    })
    .type(type)
    .send(createReadStream(path));
}

/** Also for what there is and may not be seen. */
export function noSuchFile(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .removeHeader('content-disposition')
    .headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' })
    .type('text/plain; charset=utf-8')
    .send('There is no such file.\n');
}
