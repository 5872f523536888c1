import type { Words } from '@warta/database';
import { bestText } from '@warta/languages';

/** What is read of a row of `media` to show it: `widths` are those of its renditions, ascending. */
export interface PictureRow {
  id: string;
  alt: Words;
  width: number;
  height: number;
  widths: number[];
}

/** A picture for `<picture>`: the formats in the order to try them, and a JPEG every browser can show. */
export interface PictureSources {
  sources: { type: string; srcset: string }[];
  src: string;
  width: number;
  height: number;
  alt: string;
}

/** Wide enough for a phone and for a reader of feeds, which take `src` as it is. */
const PLAIN_WIDTH = 960;

/**
 * The addresses and sizes of a picture, with its alternative text in the reader's language, its base language,
 * English, Indonesian or any; empty where it has none.
 */
export function pictureSources(row: PictureRow, locale = 'en'): PictureSources {
  const { id, widths, width, height } = row;
  const srcset = (ending: string) =>
    widths.map((each) => `/media/${id}/${each}.${ending} ${each}w`).join(', ');
  const plain = widths.findLast((each) => each <= PLAIN_WIDTH) ?? widths[0] ?? width;
  return {
    sources: [
      { type: 'image/webp', srcset: srcset('webp') },
      { type: 'image/jpeg', srcset: srcset('jpg') },
    ],
    src: `/media/${id}/${plain}.jpg`,
    width,
    height,
    alt: altIn(row.alt, locale),
  };
}

function altIn(alt: Words, locale: string): string {
  const texts = Object.entries(alt).map(([tag, words]) => ({ locale: tag, words }));
  return bestText(texts, locale, [])?.words ?? '';
}
