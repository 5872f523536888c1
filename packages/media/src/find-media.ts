import type { Db } from '@warta/database';
import { fold } from './found-by.ts';
import { type MediaItem, selectItems } from './media-item.ts';
import { isMediaId } from './rendition-path.ts';

export interface MediaQuery {
  /** The site's id. */
  site: string;
  /** Whose library: the site's own, or what the ministry shares with all. */
  library: 'own' | 'shared';
  kind?: 'picture' | 'document' | undefined;
  /** Words that all have to be in its alternative texts, captions, credit or title; parts of words count. */
  words?: string | undefined;
  /** From 1. */
  page?: number | undefined;
}

export interface MediaPage {
  items: MediaItem[];
  total: number;
  pages: number;
}

const PAGE_SIZE = 24;
const MOST_WORDS = 8;

/** A page of a library, newest first. */
export async function findMedia(db: Db, query: MediaQuery): Promise<MediaPage> {
  const { page = 1 } = query;
  const items = await matching(db, query)
    .orderBy('media.created_at', 'desc')
    .orderBy('media.id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  const { total } = await matching(db, query)
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total: Number(total), pages: Math.max(1, Math.ceil(Number(total) / PAGE_SIZE)) };
}

/** A picture or document that a site may use: its own, or one that the ministry shares. */
export async function findMediaItem(db: Db, site: string, id: string): Promise<MediaItem | undefined> {
  if (!isMediaId(id)) return undefined;
  return selectItems(db)
    .where('media.id', '=', id)
    .where((eb) => eb.or([eb('media.site', '=', site), eb('media.shared', '=', true)]))
    .executeTakeFirst();
}

/** What a reader downloads under this id; whether it is public is for the caller to ask. */
export async function findDocument(db: Db, id: string): Promise<MediaItem | undefined> {
  if (!isMediaId(id)) return undefined;
  return selectItems(db).where('media.id', '=', id).where('media.kind', '=', 'document').executeTakeFirst();
}

function matching(db: Db, { site, library, kind, words = '' }: MediaQuery) {
  let query = selectItems(db);
  query = library === 'own' ? query.where('media.site', '=', site) : query.where('media.shared', '=', true);
  if (kind) query = query.where('media.kind', '=', kind);
  for (const word of fold(words).split(' ').slice(0, MOST_WORDS)) {
    if (word) query = query.where('media.found_by', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return query;
}
