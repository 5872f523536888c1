import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Db, Words } from '@warta/database';
import { type EncodedPicture, encodePicture } from './encode-picture.ts';
import { pictureDir } from './rendition-path.ts';

export interface NewPicture {
  mediaDir: string;
  /** The site's id. */
  site: string;
  bytes: Uint8Array;
  /** What the picture shows, by BCP 47 tag. */
  alt: Words;
  /** Takes SVG too: see `encodePicture`. */
  trusted?: boolean;
}

/** A kept picture: the size of its largest rendition, and the widths it is to be had in, ascending. */
export interface StoredPicture {
  id: string;
  width: number;
  height: number;
  widths: number[];
}

const COLUMNS = ['id', 'width', 'height', 'widths'] as const;

/**
 * Keeps a picture for a site: its renditions under `mediaDir`, then its row, so that no row stands without its
 * files. The same bytes on the same site give the row that stands, with the words it has, and write nothing. Its
 * id is random, so that an address says nothing about the content. Throws a `MediaError` for what `encodePicture`
 * refuses, and an Error inside a transaction, which would stay open for as long as encoding takes.
 */
export async function storePicture(db: Db, picture: NewPicture): Promise<StoredPicture> {
  if (db.isTransaction) throw new Error('A picture is stored outside of transactions.');
  const digest = createHash('sha256').update(picture.bytes).digest('hex');
  const known = await findByDigest(db, picture.site, digest);
  if (known !== undefined) return known;
  const encoded = await encodePicture(picture.bytes, { trusted: picture.trusted ?? false });
  const id = randomUUID();
  await writeRenditions(picture.mediaDir, id, encoded);
  let stands = false;
  try {
    const added = await insertPicture(db, picture, { id, digest, encoded });
    stands = added !== undefined;
    return added ?? (await findByDigest(db, picture.site, digest).then(required));
  } finally {
    if (!stands) await rm(pictureDir(picture.mediaDir, id), { recursive: true, force: true });
  }
}

/** Written beside their place and renamed: what stands under an id is always whole. */
async function writeRenditions(mediaDir: string, id: string, { renditions }: EncodedPicture): Promise<void> {
  const draft = join(mediaDir, '.drafts', id);
  const place = pictureDir(mediaDir, id);
  await mkdir(draft, { recursive: true });
  try {
    await Promise.all(
      renditions.map(({ width, format, bytes }) =>
        writeFile(join(draft, `${width}.${format === 'webp' ? 'webp' : 'jpg'}`), bytes, { flush: true }),
      ),
    );
    await mkdir(dirname(place), { recursive: true });
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** `undefined` where the same picture was added to the site while this one was being encoded. */
async function insertPicture(
  db: Db,
  { site, alt }: NewPicture,
  { id, digest, encoded }: { id: string; digest: string; encoded: EncodedPicture },
): Promise<StoredPicture | undefined> {
  const { width, height, renditions } = encoded;
  const widths = [...new Set(renditions.map((rendition) => rendition.width))];
  return db
    .insertInto('media')
    .values({ id, site, alt: JSON.stringify(alt), width, height, widths, digest })
    .onConflict((conflict) => conflict.columns(['site', 'digest']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
}

function findByDigest(db: Db, site: string, digest: string): Promise<StoredPicture | undefined> {
  return db
    .selectFrom('media')
    .select(COLUMNS)
    .where('site', '=', site)
    .where('digest', '=', digest)
    .executeTakeFirst();
}

function required(picture: StoredPicture | undefined): StoredPicture {
  if (picture === undefined) throw new Error('The picture was removed while it was being added.');
  return picture;
}
