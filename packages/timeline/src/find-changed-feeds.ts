import type { Db } from '@warta/database';
import { PRACTICE } from '@warta/sites';
import { AUDIENCES } from '@warta/sync';
import { sql } from 'kysely';

/** Feeds in which something may have changed. */
export interface ChangedFeeds {
  /** Sites whose feeds changed, with the categories of which that holds as well. */
  sites: { site: string; categories: string[] }[];
  /** The sites whose headlines changed. */
  origins: string[];
}

interface Touched {
  everything: boolean;
  sites: string[];
  headlines: string[];
  audiences: string[];
}

/** Tags of changes that readers see on pages and in no feed. */
const IN_NO_FEED = 'alerts';

/**
 * The feeds that committed changes may have touched, by the tags of these; those of the site for practice are left out.
 * A headline counts from its first public moment on, for all missions it is or was for. One query.
 */
export async function findChangedFeeds(
  db: Db,
  changes: readonly { tags: readonly string[] }[],
): Promise<ChangedFeeds> {
  const { everything, ...touched } = read(changes);
  const { rows } = await sql<{ site: string; categories: string[]; origin: boolean }>`
    /*changed_feeds*/ with public_headline as (
      select h.post, h.audience, h.origin, p.category from headline h join post p on p.id = h.post
      where h.post = any(${touched.headlines}::uuid[]) and h.publish_at <= now()),
    touched(site, category, origin) as (
      select s.id, c.category, false from site s cross join lateral (
        select null as category
        union select p.category from post p where p.site = s.id and p.state <> 'draft'
        union select p.category from audience_site a
          join headline h on h.audience = a.audience join post p on p.id = h.post where a.site = s.id) c
      where ${everything} or s.id = any(${touched.sites}::uuid[])
      union
      select a.site, c.category, false from public_headline h
        join audience_site a on a.audience = h.audience or a.audience = any(${touched.audiences}::uuid[])
        cross join lateral (values (null), (h.category)) c(category)
      union
      select h.origin, c.category, true from public_headline h
        cross join lateral (values (null), (h.category)) c(category)
      union select h.origin, null, true from headline h where ${everything})
    select t.site, bool_or(t.origin) as origin,
      coalesce(array_agg(distinct t.category) filter (where t.category is not null), '{}') as categories
    from touched t join site s on s.id = t.site and s.kind <> ${PRACTICE}
    group by t.site order by t.site`.execute(db);
  return {
    sites: rows.map(({ site, categories }) => ({ site, categories })),
    origins: rows.flatMap(({ site, origin }) => (origin ? [site] : [])),
  };
}

function read(changes: readonly { tags: readonly string[] }[]): Touched {
  const felt = changes.filter(({ tags }) => !tags.includes(IN_NO_FEED));
  const ofHeadlines = felt.filter(({ tags }) => idsOf(tags, 'headline').length > 0);
  const others = felt.filter((change) => !ofHeadlines.includes(change)).flatMap(({ tags }) => tags);
  const tags = ofHeadlines.flatMap((change) => change.tags);
  return {
    everything: others.some((tag) => tag === 'all' || tag === AUDIENCES || tag.startsWith('audience:')),
    // A headline's change names its origin as well: while it is still to come, nothing has changed there.
    sites: idsOf(others, 'site'),
    headlines: idsOf(tags, 'headline'),
    audiences: idsOf(tags, 'audience'),
  };
}

const idsOf = (tags: readonly string[], noun: string) =>
  tags.flatMap((tag) => (tag.startsWith(`${noun}:`) ? [tag.slice(noun.length + 1)] : []));
