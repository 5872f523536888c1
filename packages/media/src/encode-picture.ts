import sharp, { type JpegOptions, type OutputInfo, type Sharp } from 'sharp';
import { atMost } from './at-most.ts';
import { MediaError } from './media-error.ts';
import { sniffFormat } from './sniff-format.ts';

export interface Rendition {
  width: number;
  format: 'webp' | 'jpeg';
  bytes: Buffer;
}

/** A picture ready to be kept: the size of its largest rendition, and all of them, widths ascending. */
export interface EncodedPicture {
  width: number;
  height: number;
  renditions: Rendition[];
}

export interface EncodeOptions {
  /** Takes SVG too. Only for drawings of our own, never for what somebody sent. */
  trusted?: boolean;
}

const WIDTHS = [480, 960, 1600];
const LARGEST = 1600;
const SMALLEST = 100;
const TALLEST = 8;
const MOST_PIXELS = 60e6;
const SECONDS = 20;

/**
 * A decoded picture is large, and the threads that encode are those that read files: a rush of uploads must
 * neither fill the memory nor keep the pages' pictures from being served.
 */
const onePicture = atMost(2);
const oneThread = atMost(2);

/** What mozjpeg does but for its slowest steps, which take three times as long for a seventh of the bytes. */
const JPEG: JpegOptions = { quality: 78, progressive: true, quantisationTable: 3, overshootDeringing: true };

/**
 * A picture as WebP and JPEG in up to three widths (480, 960 and 1600 pixels), upright, in sRGB on white, its
 * metadata gone; never enlarged. Of an animation it keeps the first frame. Takes JPEG, PNG, WebP, AVIF and GIF by
 * their content. Throws a `MediaError` for all else, for what is damaged, and for sizes nobody can show.
 */
export async function encodePicture(bytes: Uint8Array, options: EncodeOptions = {}): Promise<EncodedPicture> {
  const format = sniffFormat(bytes);
  if (format === undefined || (format === 'svg' && !options.trusted)) throw new MediaError('format');
  return onePicture(async () => {
    const source = await shrink(bytes).catch((error: unknown) => {
      throw error instanceof MediaError ? error : new MediaError(reason(error), error);
    });
    const { width, height } = source.info;
    const renditions = await Promise.all(renditionWidths(width).flatMap((each) => render(source, each)));
    return { width, height, renditions };
  });
}

/** The widths to make of a picture: no two so near each other that one would do, its own size always among them. */
function renditionWidths(width: number): number[] {
  return [...WIDTHS.filter((each) => each < width * 0.9), width];
}

interface Pixels {
  data: Buffer;
  info: OutputInfo;
}

/** Decodes once, to the largest width we keep: every rendition is then made from these few pixels. */
async function shrink(bytes: Uint8Array): Promise<Pixels> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { width, height } = (await picture.metadata()).autoOrient;
  if (width * height > MOST_PIXELS) throw new MediaError('too-large');
  if (width < SMALLEST) throw new MediaError('too-small');
  if (height > width * TALLEST) throw new MediaError('too-tall');
  const upright = picture
    .autoOrient()
    .resize({ width: LARGEST, withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .timeout({ seconds: SECONDS })
    .raw();
  return oneThread(() => upright.toBuffer({ resolveWithObject: true }));
}

function render({ data, info }: Pixels, width: number): Promise<Rendition>[] {
  const { height, channels } = info;
  const picture = sharp(data, { raw: { width: info.width, height, channels } }).timeout({ seconds: SECONDS });
  const sized = width < info.width ? picture.resize({ width }) : picture;
  return [
    encoded(sized.clone().webp({ effort: 4, quality: 75 }), width, 'webp'),
    encoded(sized.clone().jpeg(JPEG), width, 'jpeg'),
  ];
}

async function encoded(picture: Sharp, width: number, format: Rendition['format']): Promise<Rendition> {
  return { width, format, bytes: await oneThread(() => picture.toBuffer()) };
}

/** The library tells its refusals apart only by their words. */
function reason(error: unknown): 'too-large' | 'unreadable' {
  return error instanceof Error && /pixel limit/i.test(error.message) ? 'too-large' : 'unreadable';
}
