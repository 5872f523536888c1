import type { Db, PostKind } from '@warta/database';
import { findPicturesFor } from '@warta/media';
import { invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { readDetails } from './details.ts';

/** The pictures that details name, with the field that names each. */
export function picturesIn(kind: PostKind, details: object): { field: string; media: string }[] {
  const post = { kind, details };
  const shown = readDetails('gallery', post)?.pictures ?? [];
  const poster = readDetails('video', post)?.poster;
  return [
    ...shown.map(({ media }, index) => ({ field: `details.pictures.${index}.media`, media })),
    ...(poster ? [{ field: 'details.poster', media: poster }] : []),
  ];
}

/**
 * Makes sure that a site may show the pictures its post names, the cover among them: its own, and those the
 * ministry shares.
 * @throws {DomainError} `invalid`, naming the field of each that it may not; another site's is not found.
 */
export async function refuseOthersPictures(
  db: Db,
  site: Pick<Site, 'id'>,
  kind: PostKind,
  details: object,
  cover: string | null = null,
): Promise<void> {
  const wanted = [...(cover ? [{ field: 'cover', media: cover }] : []), ...picturesIn(kind, details)];
  if (wanted.length === 0) return;
  const found = await findPicturesFor(
    db,
    site.id,
    wanted.map(({ media }) => media),
  );
  const missing = wanted.filter(({ media }) => found.get(media)?.kind !== 'picture');
  if (missing.length > 0) {
    throw invalid(...missing.map(({ field }) => ({ field, message: 'there is no such picture here' })));
  }
}
