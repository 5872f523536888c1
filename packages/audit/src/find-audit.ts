import type { Db, Tables } from '@warta/database';
import { type ExpressionBuilder, sql } from 'kysely';

/** What is looked for in the log; what is left out is not asked about. */
export interface AuditQuery {
  /** One site's id, with the people whose sign-ins and rights belong to its log. */
  site?: { id: string; people: readonly string[] } | undefined;
  /** Who did it, or to whose account it was done: a person's id. */
  person?: string | undefined;
  /** The name somebody acted under, for those who are no person. */
  actor?: string | undefined;
  /** Nouns of actions, such as `session` or `post`. */
  nouns?: readonly string[] | undefined;
  /** Days on the clock of `timeZone`, both included, as ISO dates. */
  from?: string | undefined;
  until?: string | undefined;
  timeZone: string;
  /** The id of the last entry of the page before. */
  after?: string | undefined;
  limit: number;
}

/** What was done, by whom, when and from where, with what stood before and after. */
export interface AuditLine {
  id: string;
  at: Date;
  actor: string;
  person: string | null;
  source: string;
  action: string;
  subject: string;
  site: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A page of the log, the newest first. */
export async function findAudit(db: Db, query: AuditQuery): Promise<AuditLine[]> {
  const { site, limit } = query;
  if (!site) return newest(matching(db, query), limit).execute();
  // Each half has an index that holds its order: a site's log is found however long that of the network is.
  const own = newest(matching(db, query).where('site', '=', site.id), limit);
  const people = newest(ofPeople(db, query, site.people), limit);
  const both = db
    .selectFrom(own.as('own'))
    .selectAll()
    .union(db.selectFrom(people.as('people')).selectAll());
  return db
    .selectFrom(both.as('both'))
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The same from the first entry to the last, read a page at a time. */
export async function* walkAudit(db: Db, query: Omit<AuditQuery, 'after' | 'limit'>, limit = 500) {
  let after: string | undefined;
  for (;;) {
    const lines: AuditLine[] = await findAudit(db, { ...query, after, limit });
    yield* lines;
    if (lines.length < limit) return;
    after = lines.at(-1)?.id;
  }
}

/** What was done to these subjects, such as `headline:0199…`; the oldest first, at most `limit`. */
export async function findAuditOf(db: Db, subjects: readonly string[], limit: number): Promise<AuditLine[]> {
  return lines(db)
    .where('subject', '=', sql<string>`any(${[...subjects]})`)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Sign-ins of these people, and what was done to their accounts. */
function ofPeople(db: Db, query: AuditQuery, people: readonly string[]) {
  const subjects = people.map((person) => `person:${person}`);
  return matching(db, query)
    .where('subject', '=', sql<string>`any(${subjects})`)
    .where(startsWith(['session', 'person']));
}

function matching(db: Db, { person, actor, nouns, from, until, timeZone, after }: AuditQuery) {
  let query = lines(db);
  if (person)
    query = query.where((eb) => eb.or([eb('person', '=', person), eb('subject', '=', `person:${person}`)]));
  if (actor) query = query.where('actor', '=', actor);
  if (nouns) query = query.where(startsWith(nouns));
  if (from) query = query.where('at', '>=', midnight(from, 0, timeZone));
  if (until) query = query.where('at', '<', midnight(until, 1, timeZone));
  if (after) query = query.where(sql<boolean>`(at, id) < (select at, id from audit where id = ${after})`);
  return query;
}

function lines(db: Db) {
  return db
    .selectFrom('audit')
    .select(['id', 'at', 'actor', 'person', 'source', 'action', 'subject', 'site'])
    .select((eb) => eb.ref('before').$castTo<AuditLine['before']>().as('before'))
    .select((eb) => eb.ref('after').$castTo<AuditLine['after']>().as('after'));
}

const newest = (query: ReturnType<typeof matching>, limit: number) =>
  query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);

const startsWith = (nouns: readonly string[]) => (eb: ExpressionBuilder<Tables, 'audit'>) =>
  eb.or(nouns.map((noun) => eb('action', 'like', `${noun}.%`)));

/** When a day begins on the clock of a zone, or so many days later. */
const midnight = (date: string, later: number, timeZone: string) =>
  sql<Date>`(${date}::date + ${later}::int)::timestamp at time zone ${timeZone}`;
