import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment, Now, OptionalMoment, Words } from './columns.ts';

/** Kinds of posts that missions write. */
export type PostKind =
  | 'article'
  | 'event'
  | 'notice'
  | 'opportunity'
  | 'gallery'
  | 'video'
  | 'poster'
  | 'page';

export interface PostsTables {
  post: {
    id: string;
    site: string;
    kind: PostKind | 'headline';
    state: 'draft' | 'live' | 'withdrawn';
    category: string | null;
    tags: Generated<string[]>;
    cover: string | null;
    publish_at: Moment;
    sort_at: Moment;
    announced: Generated<boolean>;
    /** What its kind needs: when and where an event is, until when an opportunity is open. */
    details: ColumnType<object, string | undefined, string>;
    notice: ColumnType<Words | null, string | null | undefined, string | null>;
    binned_at: OptionalMoment;
    /** Since when it is withdrawn, or recalled; null while it is not. */
    withdrawn_at: OptionalMoment;
    /** The person in whose hands it is. */
    owner: string | null;
    created_at: Now;
    created_by: string;
  };
  revision: {
    post: string;
    locale: string;
    n: number;
    title: string;
    summary: string;
    body: string;
    html: string;
    title_hash: string;
    body_hash: string;
    details: ColumnType<object, string | undefined, never>;
    person: string | null;
    content_hash: string | null;
    created_at: Now;
    created_by: string;
  };
  /** Moments that were moved: a post's own where the locale is empty, else that of a text. */
  post_hold: {
    post: string;
    locale: string;
    /** What for, such as an alert. */
    holder: string;
    /** The moment somebody had chosen. */
    was: Moment;
    until: Moment;
  };
  /** What the desk is working on, in each language: the newest revision and how far it has come. */
  draft: {
    post: string;
    locale: string;
    revision: number;
    slug: string | null;
    state: 'draft' | 'in-review' | 'changes-asked' | 'published';
    approved: number | null;
    source_locale: string | null;
    source_revision: number | null;
    submitted_by: string | null;
    changed_at: Now;
  };
  autosave: {
    site: string;
    post: string;
    locale: string;
    person: string;
    base_revision: number | null;
    content: Json<unknown>;
    saved_at: Now;
  };
  note: {
    id: string;
    post: string;
    author: string | null;
    author_name: string;
    body: string;
    created_at: Now;
    settled_at: OptionalMoment;
  };
  offer: {
    id: string;
    post: string;
    note: string;
    state: Generated<'open' | 'taken' | 'declined' | 'withdrawn'>;
    answer: string | null;
    person: string | null;
    created_by: string;
    created_at: Now;
    answered_at: OptionalMoment;
  };
  /** What people were told is near, once for each moment. */
  reminder: { post: string; what: 'scheduled' | 'closing'; at: Moment };
  preview: {
    hash: string;
    post: string;
    locale: string;
    expires_at: Moment;
    created_by: string;
    created_at: Now;
  };
  text: {
    post: string;
    locale: string;
    slug: string;
    revision: number | null;
    next_revision: number | null;
    next_from: OptionalMoment;
  };
  /** View: the texts that stand now, by the database's clock. */
  standing_text: {
    post: string;
    locale: string;
    slug: string;
    revision: number;
    title: string;
    summary: string;
    html: string;
    title_hash: string;
    body_hash: string;
    created_at: Date;
  };
  address: { site: string; locale: string; slug: string; post: string; current: boolean };
  /** What is searched in, worked out from a revision that stands or follows. */
  search_text: {
    post: string;
    locale: string;
    revision: number;
    site: string;
    /** The text search configuration that its words went through. */
    config: string;
    /** That of its post; the database keeps it so. */
    sort_at: Moment;
    /** Which details its words were taken from; empty where they have none. */
    said: Generated<string>;
    words: string;
    /** Whether `search_word` has its words. */
    learned: Generated<boolean>;
  };
  /** The words there are, with what they become where one sign is left out: how a word with a slip is found. */
  search_word: { word: string; near: string[]; texts: number };
}
