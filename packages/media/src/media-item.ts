import type { Db, Words } from '@warta/database';

/** A picture or document of a library. Of a document, `title`, `language` and `bytes` say what there is to say. */
export interface MediaItem {
  id: string;
  site: string;
  kind: 'picture' | 'document';
  alt: Words;
  caption: Words;
  credit: string;
  licence: string;
  width: number;
  height: number;
  widths: number[];
  formats: string[];
  largeWidth: number | null;
  focusX: number;
  focusY: number;
  title: string;
  language: string | null;
  bytes: number | null;
  /** Whether every site may use it: only the ministry shares. */
  shared: boolean;
  uploadedBy: string;
  /** The id of the person who uploaded it, where it was one. */
  person: string | null;
  version: number;
  createdAt: Date;
}

/** The start of every query for rows of the library. */
export function selectItems(db: Db) {
  return db
    .selectFrom('media')
    .select(['media.id', 'media.site', 'media.kind', 'media.alt', 'media.caption', 'media.credit', 'licence'])
    .select(['media.width', 'media.height', 'media.widths', 'media.formats', 'large_width as largeWidth'])
    .select(['focus_x as focusX', 'focus_y as focusY', 'media.title', 'media.language', 'media.bytes'])
    .select([
      'media.shared',
      'uploaded_by as uploadedBy',
      'media.person',
      'media.version',
      'media.created_at as createdAt',
    ]);
}
