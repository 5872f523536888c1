import { constants, copyFile, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '@warta/audit';
import type { Db } from '@warta/database';
import { formatOf } from './encode-picture.ts';
import { foundBy } from './found-by.ts';
import { keepMedia, type Upload } from './keep-media.ts';
import { MEDIA_LIMITS } from './limits.ts';
import { MediaError } from './media-error.ts';
import { DOCUMENT_FILE } from './rendition-path.ts';

export interface NewDocument extends Upload {
  title: string;
  /** The language it is written in, as a BCP 47 tag. */
  language: string;
}

const TAIL_BYTES = 1024;

/**
 * Keeps a PDF document for a site as it is: it is never opened here, and readers only ever get it as a download.
 * The same bytes on the same site give the document that stands. Throws a `MediaError` for what is no PDF by its
 * content, has lost its end, or is larger than `MEDIA_LIMITS` says, and an Error inside a transaction.
 */
export async function storeDocument(db: Db, actor: Actor, document: NewDocument): Promise<{ id: string }> {
  const { title, language } = document;
  const { id } = await keepMedia(db, actor, document, async (file, folder) => {
    const { size } = await stat(file);
    if (size > MEDIA_LIMITS.documentBytes) throw new MediaError('document-too-heavy');
    if ((await formatOf(file)) !== 'pdf') throw new MediaError('not-a-document');
    if (!(await endsWhole(file, size))) throw new MediaError('document-damaged');
    await copyFlushed(file, join(folder, DOCUMENT_FILE));
    const found_by = foundBy({ alt: {}, caption: {}, credit: '', title });
    return {
      kind: 'document',
      title,
      language,
      bytes: size,
      width: 0,
      height: 0,
      widths: [],
      formats: [],
      found_by,
    };
  });
  return { id };
}

/** Whether the mark that ends every PDF is there: an upload that broke off has lost it. */
async function endsWhole(file: string, size: number): Promise<boolean> {
  const opened = await open(file);
  try {
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
    await opened.read(tail, 0, tail.length, size - tail.length);
    return tail.includes('%%EOF');
  } finally {
    await opened.close();
  }
}

async function copyFlushed(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const copy = await open(to, 'r+');
  await copy.sync().finally(() => copy.close());
}
