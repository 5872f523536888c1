import type { Db, Words } from '@warta/database';
import { picturesIn } from '@warta/posts';
import { headlineNumber } from '@warta/sync';
import { sql } from 'kysely';
import { findPictures } from './find-pictures.ts';
import { sooner, untilClosing } from './fresh-until.ts';
import { type Cover, entryColumns, shownByObligation, type TimelineEntry } from './timeline-entry.ts';

/** The address of a post on a site; `slug` as the reader gave it. */
export interface PostWanted {
  site: string;
  locale: string;
  slug: string;
}

/** What is found at a post's address. */
export type PostFound =
  | {
      kind: 'post';
      /** With all its details. */
      entry: TimelineEntry;
      /** The pictures that its details name, by id. */
      pictures: ReadonlyMap<string, Cover>;
      /** The body in the language of the address; absent where that language has no text. */
      html: string | null;
      /** True where the site shows it; false where only the address is right and another one is to be taken. */
      official: boolean;
      corrected: { at: Date; note: string | null } | null;
      freshForMs: number | null;
    }
  | { kind: 'elsewhere'; entry: TimelineEntry }
  /** Recalled by the ministry, or withdrawn by the site itself (`own`). */
  | { kind: 'gone'; notice: Words | null; own: boolean };

type Row = TimelineEntry & {
  ord: number;
  html: string | null;
  official: boolean;
  state: 'live' | 'recalled' | 'withdrawn';
  stood: boolean;
  shown: boolean;
  hidden: boolean;
  correctedAt: Date | null;
  note: string | null;
  notice: Words | null;
  fresh: number | null;
};

/** What stands at these addresses, in their order; undefined where there is nothing. One query a kind of slug. */
export async function findPostPages(
  db: Db,
  wanted: readonly PostWanted[],
): Promise<(PostFound | undefined)[]> {
  const numbered = wanted.map((post, ord) => ({ ...post, ord, number: headlineNumber(post.slug) }));
  const headlines = numbered.filter((post) => post.number !== undefined);
  const locals = numbered.filter((post) => post.number === undefined);
  const rows = [
    ...(headlines.length > 0 ? await findHeadlineRows(db, headlines) : []),
    ...(locals.length > 0 ? await findLocalRows(db, locals) : []),
  ];
  const byOrd = new Map(rows.map((row) => [row.ord, row]));
  const pictures = await findPictures(db, rows.flatMap(pictureIds));
  return wanted.map((_, ord) => toFound(byOrd.get(ord), pictures));
}

type Numbered = PostWanted & { ord: number; number: number | undefined };

/** Asked for many sites at once, what is the same on all of them is read once for each language. */
async function findHeadlineRows(db: Db, wanted: Numbered[]): Promise<Row[]> {
  const { rows } = await sql<Row & { locale: string }>`
    /*headline_pages*/ with e as materialized (
      select w.ord, w.locale, h.post as id, h.number, h.standing_version as version, h.state,
        h.origin <> w.site as official,
        h.publish_at <= case h.state when 'recalled' then c.live_from else now() end as stood,
        h.origin = w.site or (a.site is not null and ${shownByObligation}) as shown,
        a.site is not null and h.obligation = 'recommended' and coalesce(v.hidden, false) as hidden,
        case when c.kind = 'correction' and c.live_from > h.publish_at then c.live_from end as "correctedAt",
        c.note, c.notice,
        case when h.next_from > now() then extract(epoch from h.next_from - now()) * 1000 end::float8 as fresh,
        row_number() over (partition by h.post, w.locale) as nth
      from unnest(${wanted.map((w) => w.ord)}::int[], ${wanted.map((w) => w.site)}::uuid[],
        ${wanted.map((w) => w.locale)}::text[], ${wanted.map((w) => w.number ?? 0)}::int[])
        as w(ord, site, locale, number)
      join standing_headline h on h.number = w.number
      join headline_version c on c.post = h.post and c.version = h.standing_version
      left join audience_site a on a.audience = h.audience and a.site = w.site
      left join overlay v on v.headline = h.post and v.site = w.site
      where a.site is not null or h.origin = w.site)
    select e.*, false as pinned, d.*
    from e
    left join lateral (
      select t.html, ${entryColumns}
      from post p
      join site o on o.id = p.site
      left join media m on m.id = p.cover
      left join standing_text t on t.post = p.id and t.locale = e.locale
      where e.nth = 1 and p.id = e.id
    ) d on true`.execute(db);
  const details = new Map(rows.filter((row) => row.post !== null).map((row) => [detailKey(row), row]));
  return rows.map(
    ({ html, post, kind, details: facts, asOf, publishAt, category, tags, origin, cover, texts, ...own }) => {
      const alone = {
        html,
        post,
        kind,
        details: facts,
        asOf,
        publishAt,
        category,
        tags,
        origin,
        cover,
        texts,
      };
      return { ...(details.get(detailKey(own)) ?? alone), ...own };
    },
  );
}

const detailKey = ({ number, locale }: { number: number | null; locale: string }) => `${number} ${locale}`;

async function findLocalRows(db: Db, wanted: Numbered[]): Promise<Row[]> {
  const { rows } = await sql<Row & { whole: object }>`
    /*post_pages*/ select w.ord, null as number, null as version, p.state, false as pinned, false as official, t.html,
      p.publish_at <= now() and (p.state = 'live' or p.announced) as stood, true as shown, false as hidden,
      null as "correctedAt", null as note, p.notice, p.details as whole,
      (select extract(epoch from min(x.next_from) - now()) * 1000 from text x
        where x.post = p.id and x.next_from > now())::float8 as fresh,
      ${entryColumns}
    from unnest(${wanted.map((w) => w.ord)}::int[], ${wanted.map((w) => w.site)}::uuid[],
      ${wanted.map((w) => w.locale)}::text[], ${wanted.map((w) => w.slug)}::text[])
      as w(ord, site, locale, slug)
    join address d on d.site = w.site and d.locale = w.locale and d.slug = w.slug
    join post p on p.id = d.post and p.state <> 'draft' and p.binned_at is null
    join site o on o.id = p.site
    left join media m on m.id = p.cover
    left join standing_text t on t.post = p.id and t.locale = w.locale`.execute(db);
  return rows.map(({ whole, ...row }) => ({ ...row, details: whole }));
}

function pictureIds({ kind, details }: Row): string[] {
  return kind === null || kind === 'headline' ? [] : picturesIn(kind, details).map(({ media }) => media);
}

function toFound(row: Row | undefined, pictures: ReadonlyMap<string, Cover>): PostFound | undefined {
  if (!row?.stood) return undefined;
  if (row.state !== 'live') return { kind: 'gone', notice: row.notice, own: row.state === 'withdrawn' };
  if (row.texts.length === 0) return undefined;
  if (row.hidden) return { kind: 'elsewhere', entry: row };
  if (!row.shown) return undefined;
  return {
    kind: 'post',
    entry: row,
    pictures,
    html: row.html,
    official: row.official,
    corrected: row.correctedAt ? { at: row.correctedAt, note: row.note } : null,
    freshForMs: sooner(row.fresh, untilClosing([row])),
  };
}
