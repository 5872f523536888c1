import type { Actor } from '@warta/audit';
import type { Db, Words } from '@warta/database';
import { type EncodeOptions, encodePicture } from './encode-picture.ts';
import { foundBy } from './found-by.ts';
import { keepMedia, type Upload } from './keep-media.ts';

export interface NewPicture extends Upload, EncodeOptions {
  /** What the picture shows, by BCP 47 tag. */
  alt: Words;
  credit?: string;
}

/** A kept picture: the size of its largest rendition, and the widths it is to be had in, ascending. */
export interface StoredPicture {
  id: string;
  width: number;
  height: number;
  widths: number[];
}

/**
 * Keeps a picture for a site: its renditions under `mediaDir`, then its row. The same bytes on the same site give
 * the picture that stands, with the words it has. Throws a `MediaError` for what `encodePicture` refuses, and an
 * Error inside a transaction, which would stay open for as long as encoding takes.
 */
export async function storePicture(db: Db, actor: Actor, picture: NewPicture): Promise<StoredPicture> {
  const { alt, credit = '', trusted } = picture;
  return keepMedia(db, actor, picture, async (file, folder) => {
    const { largeWidth, ...made } = await encodePicture(file, folder, { trusted });
    const words = { alt: JSON.stringify(alt), credit };
    return {
      ...made,
      large_width: largeWidth,
      ...words,
      found_by: foundBy({ alt, caption: {}, credit, title: '' }),
    };
  });
}
