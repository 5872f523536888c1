import type { Db, Words } from '@warta/database';
import { PRACTICE } from '@warta/sites';
import { sql } from 'kysely';
import { isLocalPublic } from './timeline-entry.ts';

/** A news sitemap holds no more, and nothing older. */
const MOST = 1000;
const HOURS = 48;

/** A text that is news, with the site it stands on. */
export interface NewsText {
  site: { slug: string; name: Words; host: string | null; locales: string[] };
  locale: string;
  slug: string;
  title: string;
  /** ISO 8601. */
  publishAt: string;
}

interface FoundNews {
  texts: NewsText[];
  /** Sites whose changes change it. */
  sites: string[];
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

/**
 * The texts that were published within the last 48 hours, each where it stands first: of one site, or of all without
 * a host of their own. One query.
 */
export async function findNews(db: Db, site?: string): Promise<FoundNews> {
  const ofSite = site ? sql`s.id = ${site}` : sql`s.host is null`;
  const window = sql`make_interval(hours => ${sql.lit(HOURS)})`;
  const { rows } = await sql<FoundNews>`
    ${sql.raw(site ? '/*own_news*/' : '/*news*/')} with s as materialized (
      select * from site s where ${ofSite} and s.kind <> ${PRACTICE}),
    n as materialized (
      select s.slug as site, s.name, s.host, s.locales, t.locale, t.slug, t.title, q.publish_at, q.id
      from post q join s on s.id = q.site join standing_text t on t.post = q.id
      where q.kind <> 'page' and ${isLocalPublic} and q.sort_at > now() - ${window} and q.publish_at > now() - ${window}
      order by q.sort_at desc, q.id desc, t.locale limit ${sql.lit(MOST)})
    select array(select s.id from s) as sites,
      (select coalesce(json_agg(json_build_object('locale', n.locale, 'slug', n.slug, 'title', n.title,
        'publishAt', n.publish_at, 'site',
        json_build_object('slug', n.site, 'name', n.name, 'host', n.host, 'locales', n.locales))
        order by n.publish_at desc, n.id desc, n.locale), '[]'::json) from n) as texts,
      (extract(epoch from least(
        (select min(n.publish_at) + ${window} from n),
        (select min(q.publish_at) from post q
          where not q.announced and q.publish_at > now() and q.state = 'live'),
        (select min(x.next_from) from text x where x.next_from > now()),
        (select min(g.next_from) from headline g where g.next_from > now())
      ) - now()) * 1000)::float8 as "freshForMs"`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a query of one row gave none');
  return found;
}
