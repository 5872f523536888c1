import type { Db } from '@warta/database';
import { type Contact, MINISTRY_SLUG } from '@warta/sites';
import { type RawBuilder, sql } from 'kysely';
import { frameFreshForMs } from './fresh-until.ts';
import { inOrder, type MenuPage, menuColumn } from './menu.ts';
import { type Cover, pictureColumn } from './timeline-entry.ts';
import { isComing, isOpen } from './to-come.ts';

/** What stands around every page of a site, and changes with its settings alone. */
export interface Frame {
  /** The site's pages, for its menu. */
  pages: MenuPage[];
  /** Which lists of what is to come have something in them. */
  lists: { events: boolean; opportunities: boolean };
  logo: Cover | null;
  hero: Cover | null;
  /** Whom to reach, in the order in which readers see them. */
  contacts: Contact[];
  /** The ministry's contacts for citizens in distress, which stand where a site has none; null without a ministry. */
  hotline: { contacts: Contact[]; city: string } | null;
}

export interface FoundFrame {
  frame: Frame;
  /** Milliseconds until it changes by the clock alone; null where nothing is waiting. */
  freshForMs: number | null;
}

const pictureOf = (id: RawBuilder<unknown>) => sql`(select ${pictureColumn} from media m where m.id = ${id})`;

const listsColumn = sql`json_build_object(
  'events', exists (select from post q join site s on s.id = q.site where q.site = w.site and ${isComing}),
  'opportunities', exists (select from post q where q.site = w.site and ${isOpen}))`;

/** The frame of site `w.site`, its pages by their age. */
export const frameColumn: RawBuilder<Frame> = sql`(
  select json_build_object('pages', ${menuColumn}, 'contacts', f.contacts, 'lists', ${listsColumn},
    'logo', ${pictureOf(sql`f.logo`)}, 'hero', ${pictureOf(sql`f.hero`)},
    'hotline', (select json_build_object('city', k.city, 'contacts',
      jsonb_path_query_array(k.contacts, '$[*] ? (@.purpose == "emergency")'))
      from site k where k.slug = ${sql.lit(MINISTRY_SLUG)}))
  from site f where f.id = w.site)`;

/** The frames of these sites, in their order, in one query whatever their number. */
export async function findFrames(db: Db, sites: readonly string[]): Promise<FoundFrame[]> {
  const { rows } = await sql<FoundFrame>`
    /*frames*/ select ${frameColumn} as frame, ${frameFreshForMs} as "freshForMs"
    from unnest(${sites}::uuid[]) with ordinality as w(site, ord) order by w.ord`.execute(db);
  return rows.map(({ frame, freshForMs }) => ({ frame: arranged(frame), freshForMs }));
}

/** The frame with its pages in the order their site gives them. */
export const arranged = (frame: Frame): Frame => ({ ...frame, pages: inOrder(frame.pages) });
