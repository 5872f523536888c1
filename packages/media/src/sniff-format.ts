export type FileFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg' | 'heic' | 'pdf';

/** How many of its first bytes tell what a file is. */
export const SNIFFED_BYTES = 256;

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What a file is by its first bytes, never by its name or by what its sender says; `undefined` for all else.
 * Looked at before any decoder sees the file, so that those we do not offer cannot be reached.
 */
export function sniffFormat(bytes: Uint8Array): FileFormat | undefined {
  const head = Buffer.from(bytes.subarray(0, SNIFFED_BYTES));
  if (startsWith(head, JPEG)) return 'jpeg';
  if (startsWith(head, PNG)) return 'png';
  const text = head.toString('latin1');
  if (/^%PDF-\d/.test(text)) return 'pdf';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp';
  if (/^.{4}ftyp(avif|avis)/s.test(text)) return 'avif';
  // Some writers name only the family first, and AVIF or HEIC among the brands that follow.
  if (/^.{4}ftyp(mif1|msf1)/s.test(text)) return /avif/.test(brands(text)) ? 'avif' : 'heic';
  if (/^.{4}ftyp(hei[cmsx]|hev[cmsx])/s.test(text)) return 'heic';
  return /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text) ? 'svg' : undefined;
}

function brands(text: string): string {
  return text.slice(0, text.charCodeAt(2) * 256 + text.charCodeAt(3));
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}
