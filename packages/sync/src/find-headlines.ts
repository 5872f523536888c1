import type { Db, Words } from '@warta/database';
import { sql } from 'kysely';
import type { AudienceRule } from './audience-rule.ts';
import type { Obligation } from './headline-input.ts';

export interface HeadlineText {
  locale: string;
  slug: string;
  title: string;
  summary: string;
  body: string;
}

export interface HeadlineVersion {
  version: number;
  kind: 'publication' | 'correction' | 'recall' | 'restoration';
  note: string | null;
  reason: string | null;
  notice: Words | null;
  at: string;
  liveFrom: string;
  by: string;
  /** The name of the person, where `by` is one's address. */
  byName: string;
  /** For missions alone. */
  internalNote: string | null;
  /** In office hours of each mission; null where nobody asks for it. */
  acknowledgeWithin: number | null;
}

/** A headline as the ministry sees it. `version` is the latest, also where it is set for later. */
export interface Headline {
  id: string;
  number: number;
  version: number;
  standingVersion: number;
  state: 'live' | 'scheduled' | 'recalled';
  origin: string;
  audience: AudienceRule;
  obligation: Obligation;
  publishAt: Date;
  pinnedUntil: Date | null;
  standsUntil: Date | null;
  /** The time on each mission's own clock; null for one moment for all. */
  waveAt: string | null;
  /** The slug of the mission it is owed to. */
  credit: string | null;
  /** The words of the latest version, or of the standing one where that was asked for. */
  translations: HeadlineText[];
  versions: HeadlineVersion[];
}

/** Whose words are wanted: those of the latest version, or those that readers have now. */
export type WordsOf = 'latest' | 'standing';

/** A headline with its versions, newest first. */
export async function findHeadline(
  db: Db,
  id: string,
  words: WordsOf = 'latest',
): Promise<Headline | undefined> {
  return select(db, words).where('h.post', '=', id).executeTakeFirst();
}

/** Which headlines are listed. */
export interface HeadlineQuery {
  limit?: number;
  offset?: number;
  state?: Headline['state'] | undefined;
  /** Part of a title, in any language and version. */
  title?: string | undefined;
}

/** Headlines, newest first, at most `limit`, from `offset` on; for `standing` words those alone that readers have. */
export async function listHeadlines(
  db: Db,
  { limit = 50, offset = 0, state, title }: HeadlineQuery = {},
  words: WordsOf = 'latest',
): Promise<Headline[]> {
  return select(db, words)
    .$if(words === 'standing', (query) =>
      query.where('h.state', '=', 'live').where('h.publish_at', '<=', sql<Date>`now()`),
    )
    .$if(state !== undefined, (query) => query.where(stateNow, '=', state as Headline['state']))
    .$if(title !== undefined, (query) => query.where(isTitled(title ?? '')))
    .orderBy('h.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

function select(db: Db, words: WordsOf) {
  return db
    .selectFrom('standing_headline as h')
    .innerJoin('audience as a', 'a.id', 'h.audience')
    .innerJoin('site as o', 'o.id', 'h.origin')
    .select(['h.post as id', 'h.number', 'h.latest as version', 'h.standing_version as standingVersion'])
    .select([
      'o.slug as origin',
      'h.obligation',
      'h.publish_at as publishAt',
      'h.pinned_until as pinnedUntil',
      'h.stands_until as standsUntil',
      'h.wave_at as waveAt',
    ])
    .select((eb) =>
      eb.selectFrom('site as c').select('c.slug').whereRef('c.id', '=', 'h.credit').as('credit'),
    )
    .select(sql<AudienceRule>`a.rule`.as('audience'))
    .select(stateNow.as('state'))
    .select([translations(words).as('translations'), versions.as('versions')]);
}

const stateNow = sql<Headline['state']>`case when h.state = 'recalled' then 'recalled'
  when h.publish_at > now() then 'scheduled' else 'live' end`;

const isTitled = (part: string) => sql<boolean>`exists (
  select from revision r where r.post = h.post and position(lower(${part}) in lower(r.title)) > 0)`;

const wordsOf = {
  standing: sql`h.standing_version`,
  latest: sql`(select max(w.version) from headline_version w where w.post = h.post and w.kind <> 'recall')`,
};

const translations = (words: WordsOf) => sql<HeadlineText[]>`coalesce((
  select json_agg(json_build_object('locale', r.locale, 'slug', t.slug, 'title', r.title,
    'summary', r.summary, 'body', r.body) order by r.locale)
  from headline_version v
  cross join lateral jsonb_each_text(v.texts) as e(locale, n)
  join revision r on r.post = v.post and r.locale = e.locale and r.n = e.n::int
  left join text t on t.post = r.post and t.locale = r.locale
  where v.post = h.post and v.version = ${wordsOf[words]}), '[]'::json)`;

const versions = sql<HeadlineVersion[]>`(
  select json_agg(json_build_object('version', v.version, 'kind', v.kind, 'note', v.note, 'reason', v.reason,
    'notice', v.notice, 'at', v.received_at, 'liveFrom', v.live_from, 'by', v.created_by,
    'byName', coalesce((select p.name from person p where p.email = v.created_by), v.created_by),
    'internalNote', v.internal_note, 'acknowledgeWithin', v.acknowledge_within) order by v.version desc)
  from headline_version v where v.post = h.post)`;
