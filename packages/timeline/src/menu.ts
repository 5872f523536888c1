import { readDetails } from '@warta/posts';
import { type RawBuilder, sql } from 'kysely';
import { type EntryText, isLocalPublic } from './timeline-entry.ts';

/** A page in the menu of its site. */
export interface MenuPage {
  details: object;
  texts: Pick<EntryText, 'locale' | 'slug' | 'title'>[];
}

const MOST_PAGES = 20;

/** The pages of site `w.site`, by their age. */
export const menuColumn: RawBuilder<MenuPage[]> = sql`(
  select coalesce(json_agg(c.page order by c.id), '[]'::json) from (
    select q.id, json_build_object('details', q.details, 'texts', x.texts) as page
    from post q cross join lateral (
      select json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title)
        order by t.locale) as texts
      from standing_text t where t.post = q.id) x
    where q.site = w.site and q.kind = 'page' and ${isLocalPublic} and x.texts is not null
    order by q.id limit ${sql.lit(MOST_PAGES)}) c)`;

/** Pages by the order their site gives them, older ones first where it is the same. */
export function inOrder(pages: readonly MenuPage[]): MenuPage[] {
  const order = ({ details }: MenuPage) => readDetails('page', { kind: 'page', details })?.order ?? 999;
  return [...pages].sort((a, b) => order(a) - order(b));
}
