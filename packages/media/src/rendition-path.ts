import { join } from 'node:path';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FILE = /^(\d{3,4}\.(avif|webp|jpg)|large\.jpg)$/;

/** The large JPEG for the press. */
export const LARGE_FILE = 'large.jpg';
export const DOCUMENT_FILE = 'document.pdf';

/** Whether this is the id of a picture or document, as it stands in addresses. */
export function isMediaId(id: string): boolean {
  return ID.test(id);
}

/** The folder of one picture's renditions or of one document: `{mediaDir}/{first two characters}/{id}`. */
export function mediaFolder(mediaDir: string, id: string): string {
  return join(mediaDir, id.slice(0, 2), id);
}

/**
 * Where a rendition asked for by its address stands, or `undefined` for an id that is no lower-case UUID and a
 * file that is not `{width}.avif`, `.webp` or `.jpg`, or `large.jpg`, so that no address leads out of `mediaDir`.
 * Whether the file is there is for the caller to find.
 */
export function renditionPath(mediaDir: string, id: string, file: string): string | undefined {
  return isMediaId(id) && FILE.test(file) ? join(mediaFolder(mediaDir, id), file) : undefined;
}

/** Where the document with this id stands, if there is one; `undefined` for an id that is no lower-case UUID. */
export function documentPath(mediaDir: string, id: string): string | undefined {
  return isMediaId(id) ? join(mediaFolder(mediaDir, id), DOCUMENT_FILE) : undefined;
}
