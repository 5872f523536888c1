import { type RawBuilder, sql } from 'kysely';
import type { ArchiveConditions } from './archive-of.ts';
import { isHere, isLocalPublic, shownByObligation } from './timeline-entry.ts';

/** The site's own posts of an archive, headlines it originates among them. */
export const ownArchived = ({ local }: Pick<ArchiveConditions, 'local'>): RawBuilder<unknown> => sql`
  select q.id as post, q.sort_at as at from post q
  where q.site = w.site and q.kind <> 'page' and ${isLocalPublic} and ${local}`;

/** What the ministry sent to the site, of an archive. */
export const sentArchived = ({ headlines }: Pick<ArchiveConditions, 'headlines'>): RawBuilder<unknown> => sql`
  select h.post, h.sort_at as at from audience_site a
  join standing_headline h on h.audience = a.audience
  join post q on q.id = h.post and q.kind = 'headline' and q.state = 'live'
  left join overlay v on v.headline = h.post and v.site = w.site
  where a.site = w.site and ${isHere} and h.origin <> w.site and ${shownByObligation} and ${headlines}`;
