import type { Trx } from '@warta/database';
import { slugify } from '@warta/languages';
import { invalid } from '@warta/problems';
import type { PreparedText } from './text-input.ts';

/**
 * What a site has at addresses of its own in each language, now or by design: no post takes one. A word that is added
 * needs a migration that moves the posts that have it, as `hidden-addresses` does.
 */
const RESERVED_SLUGS = [
  ...(['category', 'tag', 'kind', 'archive', 'headlines', 'contact', 'search', 'page', 'feed'] as const),
  ...(['events', 'opportunities'] as const),
];
export type ReservedSlug = (typeof RESERVED_SLUGS)[number];
const RESERVED: ReadonlySet<string> = new Set(RESERVED_SLUGS);

/** The form of headlines' slugs, which no local post may take: then the two can never meet. */
const HEADLINE_FORM = /-h[0-9][0-9a-v]*$/;

interface Wanted extends Pick<PreparedText, 'locale' | 'slug' | 'title'> {
  site: string;
  post: string;
}

/**
 * Takes the address of a text on its site and returns its slug: the one asked for, or one made from the title,
 * with a number where that is taken.
 * @throws {DomainError} `invalid`, naming `slug`, when the one asked for is taken or reserved, or when no slug
 * can be made from the title.
 */
export async function takeAddress(trx: Trx, wanted: Wanted): Promise<string> {
  if (wanted.slug) return takeExactly(trx, wanted, wanted.slug);
  const made = slugify(wanted.title);
  if (!made) throw invalid({ field: 'slug', message: 'none can be made from this title; give one' });
  const stem = HEADLINE_FORM.test(made) || RESERVED.has(made) ? `${made}-post` : made;
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? stem : `${stem}-${n}`;
    if (await take(trx, wanted, slug)) return slug;
  }
}

/**
 * Gives a text that may have an address the one it asks for: the same one stays, another takes its place and the
 * old one leads there; without a wish the address stays, or is made from the title where there is none.
 * @throws {DomainError} as `takeAddress`
 */
export async function moveAddress(trx: Trx, wanted: Wanted): Promise<string> {
  const { post, locale } = wanted;
  const current = await trx
    .selectFrom('address')
    .select('slug')
    .where('post', '=', post)
    .where('locale', '=', locale)
    .where('current', '=', true)
    .executeTakeFirst();
  if (!current) return takeAddress(trx, wanted);
  if (!wanted.slug || wanted.slug === current.slug) return current.slug;
  await trx
    .updateTable('address')
    .set({ current: false })
    .where('post', '=', post)
    .where('locale', '=', locale)
    .execute();
  const own = await trx
    .updateTable('address')
    .set({ current: true })
    .where('post', '=', post)
    .where('locale', '=', locale)
    .where('slug', '=', wanted.slug)
    .returning('slug')
    .executeTakeFirst();
  return own?.slug ?? takeAddress(trx, wanted);
}

async function takeExactly(trx: Trx, wanted: Wanted, slug: string): Promise<string> {
  if (HEADLINE_FORM.test(slug)) {
    throw invalid({ field: 'slug', message: 'ends like a headline of the ministry (-h and a number)' });
  }
  if (RESERVED.has(slug)) throw invalid({ field: 'slug', message: 'is reserved; take another' });
  if (await take(trx, wanted, slug)) return slug;
  throw invalid({ field: 'slug', message: 'another post of this site has it; take another' });
}

async function take(trx: Trx, { site, locale, post }: Wanted, slug: string): Promise<boolean> {
  const result = await trx
    .insertInto('address')
    .values({ site, locale, slug, post, current: true })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
