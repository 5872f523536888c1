import {
  findMediaItem,
  type MediaChange,
  type MediaItem,
  mediaChange,
  updateMedia,
  withDraftFile,
} from '@warta/media';
import { DomainError, invalid } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { readParts } from '../uploads/form-with-files.ts';
import { keepFile, type Library } from '../uploads/keep-files.ts';

/**
 * Keeps the one file of a form, with what the field `about` before it says: that must be right before anything is
 * kept.
 * @throws {DomainError} `invalid`
 */
export async function keepSent(request: FastifyRequest, library: Library): Promise<MediaItem> {
  const sent: { id?: string; about?: MediaChange } = {};
  const fields = await readParts(request, async ({ file, filename, fields: before }) => {
    if (sent.id) throw invalid({ field: 'file', message: 'is there more than once: send one at a time' });
    const { about } = before;
    if (about && 'value' in about) sent.about = aboutIn(String(about.value));
    const { id } = await withDraftFile(library.mediaDir, file, (path) => keepFile(library, path, filename));
    sent.id = id;
  });
  if (!sent.id) throw invalid({ field: 'file', message: 'is missing: send it as multipart/form-data' });
  if (fields.about && !sent.about) throw invalid({ field: 'about', message: 'must stand before the file' });
  return described(library, sent.id, sent.about);
}

function aboutIn(json: string): MediaChange {
  const parsed = mediaChange.safeParse(objectIn(json));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({
    field: ['about', ...path].join('.'),
    message,
  }));
  throw invalid(...errors);
}

function objectIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw invalid({ field: 'about', message: 'is not JSON' });
  }
}

async function described({ db, actor, site }: Library, id: string, about?: MediaChange): Promise<MediaItem> {
  const item = await findMediaItem(db, site.id, id);
  if (!item) throw new DomainError('not-found', 'It was removed meanwhile.');
  return about ? updateMedia(db, actor, site, id, item.version, about) : item;
}
