import { type Actor, recordAudit } from '@warta/audit';
import { type Db, newId, type Trx, type Words } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';

/** A mission's word to the ministry: this post may be worth sending to all. */
export interface Offer {
  id: string;
  note: string;
  state: 'open' | 'taken' | 'declined' | 'withdrawn';
  /** What the ministry answered. */
  answer: string | null;
  createdBy: string;
  createdAt: Date;
}

export interface OfferLine extends Offer {
  post: string;
  site: { slug: string; name: Words };
  texts: { locale: string; slug: string; title: string }[];
}

/**
 * Offers a published post of a site to the ministry.
 * @throws {DomainError} `conflict` when readers do not have it, or it is offered already; `invalid`, naming `note`
 */
export async function offerPost(
  trx: Trx,
  actor: Actor,
  site: Site,
  post: string,
  words: string,
): Promise<void> {
  const note = words.trim();
  if (note.length > 2000) throw invalid({ field: 'note', message: 'has more than 2,000 characters' });
  const found = await trx
    .selectFrom('post')
    .select('id')
    .where('id', '=', post)
    .where('site', '=', site.id)
    .where('kind', '!=', 'headline')
    .where('state', '=', 'live')
    .where('publish_at', '<=', sql<Date>`now()`)
    .executeTakeFirst();
  if (!found) throw new DomainError('conflict', 'Only what readers have can be offered.');
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('offer')
    .values({ id: newId(), post, note, person: actor.person ?? null, created_by: actor.name })
    .onConflict((conflict) => conflict.column('post').where('state', '=', sql.lit('open')).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) throw new DomainError('conflict', 'The post is offered already.');
  await recordAudit(trx, actor, { action: 'post.offer', subject: `post:${post}`, site: site.id });
}

/** Takes back an offer that nobody has answered. */
export async function takeOfferBack(trx: Trx, actor: Actor, site: Site, post: string): Promise<void> {
  const taken = await trx
    .updateTable('offer')
    .set({ state: 'withdrawn', answered_at: sql<Date>`now()` })
    .where('post', '=', post)
    .where('state', '=', 'open')
    .where('post', 'in', (eb) => eb.selectFrom('post').select('id').where('site', '=', site.id))
    .returning('id')
    .executeTakeFirst();
  if (!taken) return;
  await recordAudit(trx, actor, { action: 'post.offer-back', subject: `post:${post}`, site: site.id });
}

/**
 * Takes an offer for a headline; the mission is told so beside its post.
 * @throws {DomainError} `not-found`; `conflict` when it was answered or taken back
 */
export async function takeOffer(
  trx: Trx,
  actor: Actor,
  id: string,
): Promise<{ post: string; site: { id: string; slug: string } }> {
  const offer = await trx
    .selectFrom('offer')
    .innerJoin('post', 'post.id', 'offer.post')
    .innerJoin('site', 'site.id', 'post.site')
    .select(['offer.post', 'offer.state', 'site.id', 'site.slug'])
    .where('offer.id', '=', id)
    .forUpdate('offer')
    .executeTakeFirst();
  if (!offer) throw new DomainError('not-found', 'There is no such offer.');
  if (offer.state !== 'open') throw new DomainError('conflict', 'The offer was answered already.');
  await trx
    .updateTable('offer')
    .set({ state: 'taken', answered_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  const { post, id: site, slug } = offer;
  await recordAudit(trx, actor, { action: 'post.offer-taken', subject: `post:${post}`, site });
  return { post, site: { id: site, slug } };
}

/**
 * Answers an offer that the ministry will not take, with a word of why; the mission reads it beside its post.
 * @throws {DomainError} `invalid`, naming `answer`; `not-found`; `conflict` where it was answered or taken back
 */
export async function declineOffer(trx: Trx, actor: Actor, offer: string, words: string): Promise<void> {
  const answer = words.trim();
  if (answer === '') throw invalid({ field: 'answer', message: 'is missing', why: 'missing' });
  if (answer.length > 2000) {
    throw invalid({ field: 'answer', message: 'has more than 2,000 characters', why: 'too-much' });
  }
  const declined = await trx
    .updateTable('offer')
    .set({ state: 'declined', answer, answered_at: sql<Date>`now()` })
    .from('post')
    .whereRef('post.id', '=', 'offer.post')
    .where('offer.id', '=', offer)
    .where('offer.state', '=', 'open')
    .returning(['offer.post', 'post.site'])
    .executeTakeFirst();
  if (!declined) throw await whyNotOpen(trx, offer);
  const { post, site } = declined;
  await recordAudit(trx, actor, {
    action: 'post.offer-decline',
    subject: `post:${post}`,
    site,
    after: { answer },
  });
}

async function whyNotOpen(trx: Trx, offer: string): Promise<DomainError> {
  const row = await trx.selectFrom('offer').select('state').where('id', '=', offer).executeTakeFirst();
  if (!row) return new DomainError('not-found', 'There is no such offer.');
  return new DomainError('conflict', `The offer is ${row.state} already.`);
}

/** The newest offer of a post. */
export async function findOffer(db: Db, post: string): Promise<Offer | undefined> {
  return db
    .selectFrom('offer')
    .leftJoin('person', 'person.id', 'offer.person')
    .select(['offer.id', 'note', 'state', 'answer', 'offer.created_at as createdAt'])
    .select(sql<string>`coalesce(person.name, offer.created_by)`.as('createdBy'))
    .where('post', '=', post)
    .orderBy('offer.created_at', 'desc')
    .executeTakeFirst();
}

/** What missions offer and nobody has answered, the oldest first. */
export async function listOffers(db: Db): Promise<OfferLine[]> {
  const { rows } = await sql<OfferLine>`
    select o.id, o.post, o.note, o.state, o.answer, o.created_at as "createdAt",
      coalesce(person.name, o.created_by) as "createdBy",
      json_build_object('slug', s.slug, 'name', s.name) as site,
      (select coalesce(json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title)
        order by t.locale), '[]'::json) from standing_text t where t.post = o.post) as texts
    from offer o
    join post p on p.id = o.post and p.state = 'live'
    join site s on s.id = p.site
    left join person on person.id = o.person
    where o.state = 'open'
    order by o.created_at
    limit 200`.execute(db);
  return rows;
}
