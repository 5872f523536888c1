import type { Actor } from '@warta/audit';
import type { Db } from '@warta/database';
import { MediaError, storeUpload, withDraftFile } from '@warta/media';
import type { Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { readParts } from './form-with-files.ts';

/** Where files go: whose library, and the folder below which it stands. */
export interface Library {
  db: Db;
  mediaDir: string;
  actor: Actor;
  site: Site;
}

/** What has become of the files of a form. */
export interface Kept {
  /** The ids of those that were kept, each once, in their order. */
  ids: string[];
  /** Those that were not, by name, and why. */
  refused: { name: string; why: MediaError | 'too-many' }[];
  fields: Record<string, string[]>;
}

/** How many files one form may bring. */
export const AT_ONCE = 20;

/** Keeps the files of a form one after the other; one that is refused does not keep the others back. */
export async function keepFiles(request: FastifyRequest, library: Library): Promise<Kept> {
  const ids = new Set<string>();
  const refused: Kept['refused'] = [];
  let count = 0;
  const fields = await readParts(request, async ({ file, filename }) => {
    count += 1;
    if (count > AT_ONCE) {
      refused.push({ name: filename, why: 'too-many' });
      file.resume();
      return;
    }
    try {
      const { id } = await withDraftFile(library.mediaDir, file, (path) => keepFile(library, path, filename));
      ids.add(id);
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      refused.push({ name: filename, why: error });
    }
  });
  return { ids: [...ids], refused, fields };
}

/**
 * Keeps one file for a site, in whose first language a document is taken to be.
 * @throws {MediaError}
 */
export function keepFile(
  { db, actor, mediaDir, site }: Library,
  source: string,
  name: string,
): Promise<{ id: string }> {
  const [language = 'id'] = site.locales;
  return storeUpload(db, actor, { mediaDir, site: site.id, source, name, language });
}
