import type { ColumnType, Generated } from 'kysely';
import type { Now, Words } from './columns.ts';

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>;
type LaterWords = ColumnType<Words, string | undefined, string>;

export interface MediaTables {
  /** A picture or a document; a document has no size in pixels and no renditions. */
  media: {
    id: string;
    site: string;
    kind: Generated<'picture' | 'document'>;
    alt: LaterWords;
    caption: LaterWords;
    credit: Generated<string>;
    licence: Generated<string>;
    width: number;
    height: number;
    widths: number[];
    formats: Generated<string[]>;
    /** The width of the large JPEG for the press, where there is one. */
    large_width: Unset<number>;
    focus_x: Generated<number>;
    focus_y: Generated<number>;
    title: Generated<string>;
    language: Unset<string>;
    /** What readers can download: the document, or the large JPEG. */
    bytes: Unset<number>;
    shared: Generated<boolean>;
    /** Its words in lower case and without accents, for searching. */
    found_by: Generated<string>;
    digest: string;
    uploaded_by: Generated<string>;
    /** Who uploaded it, where that was a person. */
    person: Unset<string>;
    version: Generated<number>;
    created_at: Now;
  };
  media_use: { media: string; owner: string };
}
