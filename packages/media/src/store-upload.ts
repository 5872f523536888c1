import type { Actor } from '@warta/audit';
import type { Db } from '@warta/database';
import { formatOf } from './encode-picture.ts';
import { storeDocument } from './store-document.ts';
import { storePicture } from './store-picture.ts';

export interface NewUpload {
  mediaDir: string;
  /** The site's id. */
  site: string;
  /** The file's path. The file stays where it is. */
  source: string;
  /** What the sender calls it: only the first title of a document, never a part of a path. */
  name: string;
  /** The language a document is taken to be in until somebody says otherwise. */
  language: string;
}

const LONGEST_TITLE = 200;

/**
 * Keeps what somebody sent as what its first bytes say it is: a PDF as a document, anything else as a picture or
 * not at all. Throws what `storeDocument` and `storePicture` throw.
 */
export async function storeUpload(db: Db, actor: Actor, upload: NewUpload): Promise<{ id: string }> {
  const { name, language, ...file } = upload;
  if ((await formatOf(file.source)) !== 'pdf') return storePicture(db, actor, { ...file, alt: {} });
  return storeDocument(db, actor, { ...file, title: titleFrom(name), language });
}

/** A name as people would write it: without path, ending and signs that cannot be seen or turn what follows round. */
export function titleFrom(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const words = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return [...words].slice(0, LONGEST_TITLE).join('') || 'PDF';
}
