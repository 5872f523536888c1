import { type Db, newId, type Trx } from '@warta/database';
import { MINISTRY_SLUG } from '@warta/sites';
import { headlineSlug } from '@warta/sync';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';
import { BODIES_A_LANGUAGE, type SampleBody } from './bodies.ts';
import { insertTexts, type SeededText } from './insert-texts.ts';
import { pick, randomFrom } from './random.ts';
import { seedAudiences } from './seed-audiences.ts';
import { LANGUAGES, type Language, titleOf } from './titles.ts';

const AT_ONCE = 200;
const TWO_YEARS_MS = 2 * 365 * 24 * 3600 * 1000;

/**
 * Puts `count` headlines of the ministry into the two years before `now`, for several audiences, with the ledger's
 * rows for the nodes that are there. Writes the tables of several packages, which only a loader for measurements
 * may.
 * @throws {CliError} where there is no ministry or no mission yet.
 */
export async function seedHeadlines(
  db: Db,
  count: number,
  { bodies, now }: { bodies: Record<Language, SampleBody[]>; now: Date },
  onDone: (done: number) => void,
): Promise<void> {
  const origin = await ministry(db);
  const audiences = await seedAudiences(db);
  const random = randomFrom(17);
  for (let start = 0; start < count; start += AT_ONCE) {
    const headlines = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, index) => ({
      id: newId(),
      n: start + index,
      audience: pick(audiences, random),
      at: new Date(now.getTime() - Math.floor(random() * TWO_YEARS_MS)),
      body: Math.floor(random() * BODIES_A_LANGUAGE),
    }));
    await db.transaction().execute((trx) => insertHeadlines(trx, origin, headlines, bodies));
    onDone(start + headlines.length);
  }
}

interface SeededHeadline {
  id: string;
  n: number;
  audience: string;
  at: Date;
  body: number;
}

async function insertHeadlines(
  trx: Trx,
  origin: string,
  headlines: readonly SeededHeadline[],
  bodies: Record<Language, SampleBody[]>,
): Promise<void> {
  const column = <K extends keyof SeededHeadline>(name: K) => headlines.map((headline) => headline[name]);
  const given = sql`unnest(${column('id')}::uuid[], ${column('audience')}::uuid[], ${column('at')}::timestamptz[])
    as h(id, audience, at)`;
  await sql`
    insert into post (id, site, kind, state, publish_at, sort_at, announced, created_at, created_by)
    select id, ${origin}, 'headline', 'live', at, at, true, at, 'seed' from ${given}`.execute(trx);
  const { rows } = await sql<{ post: string; number: number }>`
    insert into headline (post, origin, audience, obligation, state, version, latest, publish_at, sort_at)
    select id, ${origin}, audience, 'recommended', 'live', 1, 1, at, at from ${given}
    returning post, number`.execute(trx);
  const numbers = new Map(rows.map((row) => [row.post, row.number]));
  await insertTexts(
    trx,
    headlines.flatMap((headline) => textsOf(headline, numbers)),
    bodies,
  );
  await sql`
    insert into headline_version (post, version, kind, texts, received_at, live_from, created_by)
    select id, 1, 'publication', '{"id": 1, "en": 1}', at, at, 'seed' from ${given}`.execute(trx);
  await sql`
    insert into delivery (headline, site, node)
    select h.id, a.site, n.name
    from ${given}
    join audience_site a on a.audience = h.audience and a.site <> ${origin}
    cross join node n
    where n.left_at is null`.execute(trx);
}

function textsOf({ id, n, body, at }: SeededHeadline, numbers: ReadonlyMap<string, number>): SeededText[] {
  const { titles } = titleOf(n, 'Jakarta');
  return LANGUAGES.map((locale) => {
    const text = { slug: undefined, title: titles[locale] };
    return { post: id, locale, title: text.title, slug: headlineSlug(text, numbers.get(id) ?? 0), body, at };
  });
}

async function ministry(db: Db): Promise<string> {
  const site = await db.selectFrom('site').select('id').where('slug', '=', MINISTRY_SLUG).executeTakeFirst();
  if (site) return site.id;
  throw new CliError('Headlines are the ministry’s, whose site is not there yet: start the service once.');
}
