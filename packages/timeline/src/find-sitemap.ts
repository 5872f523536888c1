import type { Db } from '@warta/database';
import { isOutdated } from '@warta/sync';
import { sql } from 'kysely';
import { headlinesFreshForMs, localFreshForMs, siteAudiences, sooner } from './fresh-until.ts';
import { isUnofficial } from './own-additions.ts';
import { isHere, isLocalPublic, shownByObligation } from './timeline-entry.ts';

/** A page of a sitemap: in twelve languages it stays below the 50,000 addresses that one may hold. */
const POSTS_A_SITEMAP = 2000;

/** What a sitemap says of a post: moments are ISO 8601. */
export interface SitemapPost {
  publishAt: string;
  texts: { locale: string; slug: string; savedAt: string }[];
}

interface FoundSitemap {
  posts: SitemapPost[];
  audiences: string[];
  freshForMs: number | null;
}

/**
 * A page of what a site alone has the canonical address of, the newest first: its own posts and pages, headlines that
 * come from it among them, and on the first page its own translations of headlines. One query.
 */
export async function findSitemap(db: Db, site: string, page: number): Promise<FoundSitemap> {
  const skip = (page - 1) * POSTS_A_SITEMAP;
  const { rows } = await sql<{
    posts: SitemapPost[];
    translations: SitemapPost[];
    audiences: string[];
    localFresh: number | null;
    fresh: number | null;
  }>`
    /*sitemap*/ select ${localFreshForMs} as "localFresh", ${headlinesFreshForMs} as fresh, ${siteAudiences} as audiences,
      (select coalesce(json_agg(json_build_object('publishAt', c.publish_at, 'texts', x.texts)
          order by c.sort_at desc, c.id desc), '[]'::json)
        from (select q.id, q.publish_at, q.sort_at from post q
          where q.site = w.site and ${isLocalPublic}
          order by q.sort_at desc, q.id desc limit ${POSTS_A_SITEMAP} offset ${skip}) c
        cross join lateral (
          select json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'savedAt', t.created_at)
            order by t.locale) as texts
          from standing_text t where t.post = c.id) x
        where x.texts is not null) as posts,
      (select coalesce(json_agg(json_build_object('publishAt', h.publish_at, 'texts', json_build_array(
          json_build_object('locale', x.locale, 'slug', x.slug, 'savedAt', x.saved_at))) order by x.saved_at desc), '[]'::json)
        from overlay v
        join standing_headline h on h.post = v.headline
        join audience_site a on a.audience = h.audience and a.site = v.site
        join overlay_text x on x.site = v.site and x.headline = v.headline
        where v.site = w.site and ${skip} = 0 and ${isHere} and ${shownByObligation} and ${isUnofficial}
          and not ${isOutdated}) as translations
    from (select ${site}::uuid as site) w`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a query of one row gave none');
  return {
    posts: [...found.posts, ...found.translations],
    audiences: found.audiences,
    freshForMs: sooner(found.fresh, found.localFresh),
  };
}

/** All sites but those of a kind, with how many pages the sitemap of each has. */
export async function listSitemaps(
  db: Db,
  except: string,
): Promise<{ slug: string; host: string | null; pages: number }[]> {
  const { rows } = await sql<{ slug: string; host: string | null; pages: number }>`
    /*sitemaps*/ select s.slug, s.host, greatest(1, ceil((
      select count(*) from post q where q.site = s.id and ${isLocalPublic})::float8 / ${POSTS_A_SITEMAP}))::int as pages
    from site s where s.kind <> ${except} order by s.slug`.execute(db);
  return rows;
}
