/** A feed before it is written in one of its forms. All strings are plain text but `html`. */
export interface Feed {
  title: string;
  language: string;
  /** Its own address, and that of the page that shows the same. */
  self: string;
  home: string;
  author: string;
  entries: FeedItem[];
  /** What readers had and have no more. */
  gone: { id: string; at: Date }[];
  /** Who tells programs when it changes. */
  hub: string | undefined;
}

export interface FeedItem {
  /** The same in every feed, language and form. */
  id: string;
  url: string;
  /** Where it stands first, where that is elsewhere. */
  canonical?: string;
  title: string;
  /** The language of its text. */
  language: string;
  summary: string;
  html: string;
  published: Date;
  updated: Date;
  author: string;
  category?: { term: string; label: string };
  tags: string[];
  picture?: { url: string; bytes: number; alt: string };
}

/** When something in it changed last; undefined where there is nothing in it. */
export function updatedAt({ entries, gone }: Pick<Feed, 'entries' | 'gone'>): Date | undefined {
  const moments = [...entries.map(({ updated }) => updated), ...gone.map(({ at }) => at)];
  return moments.length > 0 ? new Date(Math.max(...moments.map(Number))) : undefined;
}
