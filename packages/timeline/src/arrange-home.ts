/** How many a home shows at most. */
export const MOST_PINNED = 5;
export const MOST_HEADLINES = 5;
export const POSTS_A_PAGE = 20;

interface Headline {
  post: string;
  pinned: boolean;
  pinnedByMinistry?: boolean;
}

/**
 * Orders the headlines of a home's first page: pinned ones first, at most 5, those of the ministry before those
 * that the mission has pinned itself, then at most 5 of the others. A pinned one beyond the fifth takes its place
 * among the others. `headlines` come newest first, doubles allowed.
 */
export function arrangeHeadlines<H extends Headline>(
  headlines: readonly H[],
): { pinned: H[]; others: H[]; more: boolean } {
  const distinct = [...new Map(headlines.map((headline) => [headline.post, headline])).values()];
  const pinned = distinct
    .filter((headline) => headline.pinned)
    .sort((a, b) => Number(b.pinnedByMinistry ?? false) - Number(a.pinnedByMinistry ?? false))
    .slice(0, MOST_PINNED);
  const others = distinct.filter((headline) => !pinned.includes(headline));
  return { pinned, others: others.slice(0, MOST_HEADLINES), more: others.length > MOST_HEADLINES };
}

/** Cuts a page from a list fetched with one entry too many, and tells whether there is an older page. */
export function cutPage<E>(entries: readonly E[]): { entries: E[]; older: boolean } {
  return { entries: entries.slice(0, POSTS_A_PAGE), older: entries.length > POSTS_A_PAGE };
}
