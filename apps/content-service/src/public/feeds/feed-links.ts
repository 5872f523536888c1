import type { FeedLink } from '@warta/rendering';
import { FEED_FORMS, type FeedForm, feedType } from './feed-address.ts';

/** The same feed in each of its forms, for programs that find it by a page. */
export function feedLinks(label: string, href: (form: FeedForm) => string): FeedLink[] {
  return FEED_FORMS.map((form) => ({ href: href(form), label, type: feedType(form) }));
}
