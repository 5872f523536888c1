import type { Words } from '@warta/database';
import { bestText } from '@warta/languages';

/** What is read of a row of `media` to show it: `widths` are those of its renditions, ascending. */
export interface PictureRow {
  id: string;
  alt: Words;
  width: number;
  height: number;
  widths: number[];
  formats: string[];
  focusX: number;
  focusY: number;
}

/** A picture for `<picture>`: the formats in the order to try them, and a JPEG every browser can show. */
export interface PictureSources {
  sources: { type: string; srcset: string }[];
  src: string;
  width: number;
  height: number;
  alt: string;
  /** The point to keep in view when the picture is cropped, where that is not its middle. */
  focus?: { x: number; y: number };
}

/** Wide enough for a phone and for a reader of feeds, which take `src` as it is. */
const PLAIN_WIDTH = 960;

/** The smallest first: a browser takes the first it knows. */
const FORMATS = [
  { format: 'avif', type: 'image/avif', ending: 'avif' },
  { format: 'webp', type: 'image/webp', ending: 'webp' },
  { format: 'jpeg', type: 'image/jpeg', ending: 'jpg' },
];

/**
 * The addresses and sizes of a picture, with its alternative text in the reader's language, its base language,
 * English, Indonesian or any; empty where it has none.
 */
export function pictureSources(row: PictureRow, locale = 'en'): PictureSources {
  const { id, widths, width, height, formats, focusX, focusY } = row;
  const srcset = (ending: string) =>
    widths.map((each) => `/media/${id}/${each}.${ending} ${each}w`).join(', ');
  const plain = widths.findLast((each) => each <= PLAIN_WIDTH) ?? widths[0] ?? width;
  return {
    sources: FORMATS.filter(({ format }) => formats.includes(format)).map(({ type, ending }) => ({
      type,
      srcset: srcset(ending),
    })),
    src: `/media/${id}/${plain}.jpg`,
    width,
    height,
    alt: wordsIn(row.alt, locale)?.text ?? '',
    ...((focusX !== 0.5 || focusY !== 0.5) && { focus: { x: focusX, y: focusY } }),
  };
}

/** Words in the reader's language or, where there are none, in the one they most likely read; and which that is. */
export function wordsIn(words: Words, locale: string): { lang: string; text: string } | undefined {
  const texts = Object.entries(words).map(([lang, text]) => ({ locale: lang, text }));
  const best = bestText(texts, locale, []);
  return best && { lang: best.locale, text: best.text };
}
