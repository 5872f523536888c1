import type { Db, PostKind } from '@warta/database';
import { sql } from 'kysely';
import type { SharedParts } from './draft-input.ts';

export type DraftState = 'draft' | 'in-review' | 'changes-asked' | 'published';

/** One language of a post as the desk works on it: its newest revision, and what of it readers have. */
export interface Draft extends SharedParts {
  post: string;
  site: string;
  locale: string;
  revision: number;
  state: DraftState;
  title: string;
  summary: string;
  body: string;
  html: string;
  slug: string | null;
  approved: number | null;
  /** The person who asked for its check. */
  submittedBy: string | null;
  savedAt: Date;
  savedBy: string;
  sourceLocale: string | null;
  sourceRevision: number | null;
  /** What stands for readers, or will from `publishAt` on; null where nothing does. */
  standing: number | null;
  standingSlug: string | null;
  /** A revision that takes its place at `nextFrom`. */
  nextRevision: number | null;
  nextFrom: Date | null;
  postState: 'draft' | 'live' | 'withdrawn';
  publishAt: Date;
  binnedAt: Date | null;
  owner: string | null;
}

/** A local post's or a headline's: whoever asks for one does not find the other. */
export type DraftOf = 'post' | 'headline';

/** One language of a post of this site; another site's is not found. */
export async function findDraft(
  db: Db,
  site: string,
  post: string,
  locale: string,
  of: DraftOf = 'post',
): Promise<Draft | undefined> {
  const drafts = await select(db, site, post, of);
  return drafts.find((draft) => draft.locale === locale);
}

/** All languages of a post of this site that there are, by their tags. */
export async function findDrafts(db: Db, site: string, post: string, of: DraftOf = 'post'): Promise<Draft[]> {
  return select(db, site, post, of);
}

type Row = Omit<Draft, keyof SharedParts> & {
  kind: PostKind | 'headline';
  category: string | null;
  tags: string[];
  cover: string | null;
  details: object;
  saved: Partial<SharedParts>;
};

/** A text that came by the API has no row of the desk until it is first saved there. */
async function select(db: Db, site: string, post: string, of: DraftOf): Promise<Draft[]> {
  const { rows } = await sql<Row>`
    select p.id as post, p.site, w.locale, w.revision, coalesce(d.state, 'published') as state,
      r.title, r.summary, r.body, r.html, coalesce(d.slug, t.slug) as slug,
      coalesce(d.approved, t.revision) as approved,
      d.submitted_by as "submittedBy", r.created_at as "savedAt",
      coalesce(writer.name, r.created_by) as "savedBy",
      d.source_locale as "sourceLocale", d.source_revision as "sourceRevision",
      t.revision as standing, t.slug as "standingSlug", t.next_revision as "nextRevision",
      t.next_from as "nextFrom", p.state as "postState", p.publish_at as "publishAt",
      p.binned_at as "binnedAt", p.owner, p.kind, p.category, p.tags, p.cover, p.details, r.details as saved
    from post p
    cross join lateral (
      select x.locale, max(x.revision) as revision from (
        select locale, revision from draft where post = p.id
        union all
        select locale, coalesce(next_revision, revision) from text where post = p.id) x
      group by x.locale) w
    join revision r on r.post = p.id and r.locale = w.locale and r.n = w.revision
    left join person writer on writer.id = r.person
    left join draft d on d.post = p.id and d.locale = w.locale
    left join text t on t.post = p.id and t.locale = w.locale
    where p.id = ${post} and p.site = ${site} and (p.kind = 'headline') = ${of === 'headline'}
    order by w.locale`.execute(db);
  return rows.map(({ saved, ...row }) => ({ date: null, ...row, ...kindOf(row), ...saved }) as Draft);
}

/** A headline is written as an article, also one that a program has sent and nobody has saved here. */
const kindOf = ({ kind }: Pick<Row, 'kind'>) => (kind === 'headline' ? { kind: 'article' } : {});

/** Whether there is a post with this id, on whichever site: a new one needs an id of its own. */
export async function isPostId(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('post').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
