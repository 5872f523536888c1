import type { Db } from '@warta/database';
import { publishPost } from '@warta/posts';
import type { Site } from '@warta/sites';
import { type Piece, type SearchFilter, searchTexts } from '../src/index.ts';
import { actor } from './support.ts';

export const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

/** Searches as a reader does, and tells the titles found. */
export function reader(db: Db, locale = 'id') {
  const search = (typed: string, filter: SearchFilter & { page?: number } = {}) =>
    searchTexts(db, { typed, locale, page: 1, ...filter });
  const titles = async (typed: string, filter: SearchFilter = {}) =>
    (await search(typed, filter)).results.map(({ text }) => text.title).sort();
  return { search, titles };
}

export const write = (db: Db, site: Site, title: string, more: object = {}) =>
  publishPost(db, actor, site, { locale: 'id', title, body: 'Isi.', ...more });
