import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type JpegOptions, type OutputInfo, type Sharp } from 'sharp';
import { MEDIA_LIMITS } from '../limits.ts';
import { MediaError } from '../media-error.ts';
import { LARGE_FILE } from '../rendition-path.ts';
import type { EncodedPicture, EncodingJob } from './protocol.ts';

const WIDTHS = [480, 960, 1600];
const WIDEST_SHOWN = 1600;
const WIDEST = 4000;

/** What mozjpeg does but for its slowest steps, which take three times as long for a seventh of the bytes. */
const JPEG: JpegOptions = { quality: 78, progressive: true, quantisationTable: 3, overshootDeringing: true };

/** How each format is written, the one that takes longest first. */
const FORMATS: { name: string; ending: string; of: (picture: Sharp, drawn: boolean) => Sharp }[] = [
  { name: 'avif', ending: 'avif', of: (picture) => picture.avif({ effort: 2, quality: 50 }) },
  {
    name: 'webp',
    ending: 'webp',
    of: (picture, drawn) => picture.webp({ effort: drawn ? 1 : 4, quality: 75 }),
  },
  { name: 'jpeg', ending: 'jpg', of: (picture) => picture.jpeg(JPEG) },
];

/**
 * Writes a picture as AVIF, WebP and JPEG in up to three widths (480, 960 and 1600 pixels) and as one large JPEG
 * for the press; upright, in sRGB on white, its metadata gone; never enlarged. It is decoded once and shrunk once:
 * all that readers see is made from those few pixels. Throws a `MediaError` for what is damaged, moves, or has a
 * size nobody can show.
 */
export async function makeRenditions({
  source,
  folder,
  drawn = false,
}: EncodingJob): Promise<EncodedPicture> {
  const large = await decode(source).catch((error: unknown) => {
    throw error instanceof MediaError ? error : new MediaError(reason(error), error);
  });
  const largeFile = join(folder, LARGE_FILE);
  const press = save(from(large).jpeg({ quality: 85, progressive: true }), largeFile);
  const shown = large.info.width > WIDEST_SHOWN ? await shrink(large) : large;
  const widths = renditionWidths(shown.info.width);
  // A first start waits for drawings of ours, which are small in any format.
  const formats = FORMATS.filter(({ name }) => !drawn || name !== 'avif');
  const rest = formats.flatMap(({ ending, of }) =>
    widths
      .toReversed()
      .map((width) => save(of(sized(shown, width), drawn), join(folder, `${width}.${ending}`))),
  );
  await Promise.all([press, ...rest]);
  return {
    width: shown.info.width,
    height: shown.info.height,
    widths,
    formats: formats.map(({ name }) => name),
    largeWidth: large.info.width,
    bytes: (await stat(largeFile)).size,
  };
}

/** The widths to make of a picture: no two so near each other that one would do, its own size always among them. */
function renditionWidths(width: number): number[] {
  return [...WIDTHS.filter((each) => each < width * 0.9), width];
}

interface Pixels {
  data: Buffer;
  info: OutputInfo;
}

async function decode(source: string): Promise<Pixels> {
  const { pixels, smallestWidth, tallest } = MEDIA_LIMITS;
  const picture = sharp(source, { limitInputPixels: pixels, failOn: 'error' });
  const { autoOrient, pages = 1 } = await picture.metadata();
  const { width, height } = autoOrient;
  if (pages > 1) throw new MediaError('animated');
  if (width * height > pixels) throw new MediaError('too-large');
  if (width < smallestWidth) throw new MediaError('too-small');
  if (height > width * tallest) throw new MediaError('too-tall');
  return picture
    .autoOrient()
    .resize({ width: WIDEST, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
}

function shrink(pixels: Pixels): Promise<Pixels> {
  return from(pixels).resize({ width: WIDEST_SHOWN }).raw().toBuffer({ resolveWithObject: true });
}

function from({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

function sized(pixels: Pixels, width: number): Sharp {
  return width < pixels.info.width ? from(pixels).resize({ width }) : from(pixels);
}

async function save(picture: Sharp, file: string): Promise<void> {
  await writeFile(file, await picture.toBuffer(), { flush: true });
}

/** The library tells its refusals apart only by their words. */
function reason(error: unknown): 'too-large' | 'unreadable' {
  return error instanceof Error && /pixel limit/i.test(error.message) ? 'too-large' : 'unreadable';
}
