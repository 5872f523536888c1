import { join } from 'node:path';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const FILE = /^\d{3,4}\.(webp|jpg)$/;

/** The folder of one picture's renditions: `{mediaDir}/{first two characters}/{id}`. */
export function pictureDir(mediaDir: string, id: string): string {
  return join(mediaDir, id.slice(0, 2), id);
}

/**
 * Where a rendition asked for by its address stands, or `undefined` for an id that is no lower-case UUID and a
 * file that is not `{width}.webp` or `{width}.jpg`, so that no address leads out of `mediaDir`. Whether the file
 * is there is for the caller to find.
 */
export function renditionPath(mediaDir: string, id: string, file: string): string | undefined {
  return ID.test(id) && FILE.test(file) ? join(pictureDir(mediaDir, id), file) : undefined;
}
