import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { storePicture } from '@warta/media';
import { findSite } from '@warta/sites';
import type { Config } from '../config.ts';
import { drawPicture } from './pictures/draw-picture.ts';
import type { SamplePost } from './read-posts.ts';

type Named = Pick<SamplePost, 'mission' | 'name'> & { picture?: string | undefined };

/** The ids of stored pictures, by `drawingKey`. */
export type Drawings = ReadonlyMap<string, string>;

/** A drawing on a site: that of the post's own name, or the one it asks for. */
export const drawingKey = ({ mission, name, picture = name }: Named) => `${mission} ${picture}`;

/** Draws the pictures of sample posts and stores each with the mission that shows it. */
export async function drawCovers(
  config: Config,
  { db }: Database,
  actor: Actor,
  posts: readonly SamplePost[],
): Promise<Drawings> {
  const wanted = posts.flatMap((post) => [
    post,
    ...(post.pictures ?? []).map(({ drawing }) => ({ mission: post.mission, name: drawing })),
  ]);
  const distinct = new Map(wanted.map((post: Named) => [drawingKey(post), post]));
  const stored = [...distinct].map(async ([key, { mission, name, picture = name }]) => {
    const drawing = drawPicture(picture);
    const site = await findSite(db, mission);
    if (!drawing || !site) return [];
    const source = Buffer.from(drawing.svg);
    const upload = { mediaDir: config.mediaDir, site: site.id, source, alt: drawing.alt, trusted: true };
    const { id } = await storePicture(db, actor, upload);
    return [[key, id] as const];
  });
  return new Map((await Promise.all(stored)).flat());
}
