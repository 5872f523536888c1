import { stat } from 'node:fs/promises';
import { renditionPath, wordsIn } from '@warta/media';
import type { Cover } from '@warta/timeline';
import { LRUCache } from 'lru-cache';
import type { Config } from '../../config.ts';
import type { FeedItem } from './feed.ts';

/** Renditions are never written again. */
const sizes = new LRUCache<string, number>({ max: 10_000 });

/** The largest JPEG of a picture, with its size; undefined where this node has no such file. */
export async function feedPicture(
  { mediaDir }: Config,
  cover: Cover,
  url: string,
  locale: string,
): Promise<FeedItem['picture']> {
  const file = `${Math.max(...cover.widths, 0) || cover.width}.jpg`;
  const bytes = await sizeOf(renditionPath(mediaDir, cover.id, file));
  const alt = wordsIn(cover.alt, locale)?.text ?? '';
  return bytes === undefined
    ? undefined
    : { url: `${new URL(url).origin}/media/${cover.id}/${file}`, bytes, alt };
}

async function sizeOf(path: string | undefined): Promise<number | undefined> {
  if (!path) return undefined;
  const known = sizes.get(path);
  if (known !== undefined) return known;
  const found = await stat(path).catch(() => undefined);
  if (found) sizes.set(path, found.size);
  return found?.size;
}
