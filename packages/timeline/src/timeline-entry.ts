import type { PostKind, Words } from '@warta/database';
import { type RawBuilder, sql } from 'kysely';

/** One language of an entry, without its body. */
export interface EntryText {
  locale: string;
  slug: string;
  title: string;
  summary: string;
  /** The number of its revision, from 1 on. */
  revision: number;
  /** When this text was saved, ISO 8601. */
  savedAt: string;
  /** Present where it is a mission's own translation of a headline, into a language the ministry has not provided. */
  mission?: OwnTranslation;
}

export interface OwnTranslation {
  /** The version of the headline that was translated, or was last found to be the same. */
  madeFor: number;
  /** Whether the official words have changed since: readers are told so, and no list shows it. */
  outdated: boolean;
  /** Since when they have, ISO 8601, where readers had them before. */
  since: string | null;
}

/** What is known of a picture. */
export interface Cover {
  id: string;
  alt: Words;
  width: number;
  height: number;
  widths: number[];
  formats: string[];
  focusX: number;
  focusY: number;
}

/** One line of a timeline: a local post or a headline. */
export interface TimelineEntry {
  post: string;
  /** A headline's number and the version that stands; null for a local post. */
  number: number | null;
  version: number | null;
  pinned: boolean;
  /** Whether the ministry itself has pinned it; false where only the mission has. */
  pinnedByMinistry?: boolean;
  kind: PostKind | 'headline';
  /** What a line says besides its words: when an event is, until when an opportunity is open. */
  details: object;
  /** When this was read, by the database's clock: what is closed is closed as of then. */
  asOf: Date;
  publishAt: Date;
  category: string | null;
  tags: string[];
  origin: { slug: string; name: Words; host: string | null };
  cover: Cover | null;
  texts: EntryText[];
}

/** Picture `m` as a page needs it. */
export const pictureColumn: RawBuilder<Cover> = sql`json_build_object('id', m.id, 'alt', m.alt,
  'width', m.width, 'height', m.height, 'widths', m.widths, 'formats', m.formats,
  'focusX', m.focus_x, 'focusY', m.focus_y)`;

/** The columns of an entry, for a query with `p` (post), `o` (its site) and `m` (its cover, or nothing). */
export const entryColumns: RawBuilder<unknown> = sql`
  p.id as post, p.kind, p.publish_at as "publishAt", p.category, p.tags, now() as "asOf",
  case when p.kind in ('event', 'opportunity') then p.details else '{}'::jsonb end as details,
  json_build_object('slug', o.slug, 'name', o.name, 'host', o.host) as origin,
  case when m.id is not null then ${pictureColumn} end as cover,
  (select coalesce(json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title,
    'summary', t.summary, 'revision', t.revision, 'savedAt', t.created_at) order by t.locale), '[]'::json)
   from standing_text t where t.post = p.id) as texts`;

/** A local post `q` that its site has published and not withdrawn, by the database's clock. */
export const isLocalPublic: RawBuilder<boolean> = sql`(q.state = 'live' and q.binned_at is null
  and q.publish_at <= now())`;

/**
 * Whether a mission shows headline `h`, given its overlay `v` (or none): mandatory ones always, recommended
 * ones unless hidden, optional ones once taken.
 */
export const shownByObligation: RawBuilder<boolean> = sql`case h.obligation
  when 'mandatory' then true
  when 'recommended' then not coalesce(v.hidden, false)
  else coalesce(v.taken, false) end`;

/** A headline that its origin has published and not recalled, by the database's clock. */
export const isPublic: RawBuilder<boolean> = sql`(h.state = 'live' and h.publish_at <= now())`;

/** When headline `h` is there on site `w.site`: at its own moment, or as the site's own clock says. */
export const momentHere: RawBuilder<Date> = sql`case when h.wave_at is null then h.publish_at else coalesce(
  (select q.at from headline_wave q where q.headline = h.post and q.site = w.site), h.publish_at) end`;

/**
 * Whether headline `h` is there on site `w.site`, which belongs to its audience by row `a`: its moment there has
 * come, and the site was there before the headline ceased to be for later ones.
 */
export const isHere: RawBuilder<boolean> = sql`(${isPublic} and ${momentHere} <= now()
  and (h.stands_until is null or a.since <= h.stands_until))`;
