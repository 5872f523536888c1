import type { Card } from '../cards/card.ts';
import type { MediaRefusal } from '../media-error.ts';

/** One picture to encode: a file, and the folder its renditions are written to. */
export interface EncodingJob {
  source: string;
  folder: string;
  /** A drawing of our own: its flat colours need little effort, and a first start waits for it. */
  drawn?: boolean;
}

/** A card to draw, and the file it is written to. */
export interface CardJob {
  card: Card;
  file: string;
}

/** What was made of a picture. `width` and `height` are those of its largest rendition but the large JPEG. */
export interface EncodedPicture {
  width: number;
  height: number;
  /** Ascending. */
  widths: number[];
  formats: string[];
  largeWidth: number;
  /** The size of the large JPEG. */
  bytes: number;
}

/** What the encoding process answers, nothing for a card: the picture is not to be taken, or something else went wrong. */
export type EncodingAnswer =
  | { made: EncodedPicture | null }
  | { refusal: MediaRefusal }
  | { failure: string };
