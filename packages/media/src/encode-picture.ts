import { open, stat } from 'node:fs/promises';
import { encoder } from './encoding/one-encoder.ts';
import type { EncodedPicture } from './encoding/protocol.ts';
import { MEDIA_LIMITS } from './limits.ts';
import { MediaError } from './media-error.ts';
import { type FileFormat, SNIFFED_BYTES, sniffFormat } from './sniff-format.ts';

export interface EncodeOptions {
  /** Takes SVG too. Only for drawings of our own, never for what somebody sent. */
  trusted?: boolean | undefined;
}

const TAKEN: (FileFormat | undefined)[] = ['jpeg', 'png', 'webp', 'avif', 'gif'];

/**
 * Makes the renditions of a picture, given as a file, in a folder that is there: see `makeRenditions`. Takes JPEG,
 * PNG, WebP, AVIF and GIF by their content. Throws a `MediaError` for all else, for what is damaged or moves, for
 * sizes nobody can show, and for what takes too long.
 */
export async function encodePicture(
  source: string,
  folder: string,
  { trusted = false }: EncodeOptions = {},
): Promise<EncodedPicture> {
  if ((await stat(source)).size > MEDIA_LIMITS.pictureBytes) throw new MediaError('too-heavy');
  const format = await formatOf(source);
  if (format === 'heic') throw new MediaError('heic');
  if (!TAKEN.includes(format) && !(trusted && format === 'svg')) throw new MediaError('format');
  return encoder.encode({ source, folder, drawn: format === 'svg' });
}

/** What a file is by its first bytes. */
export async function formatOf(source: string): Promise<FileFormat | undefined> {
  const file = await open(source);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0);
    return sniffFormat(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
