import type { Trx } from '@warta/database';
import { escapeHtml, sealHash } from '@warta/rendering';
import { sql } from 'kysely';
import type { SampleBody } from './bodies.ts';
import { LANGUAGES, type Language } from './titles.ts';

/** One language of a post: its body is the nth of its language. */
export interface SeededText {
  post: string;
  locale: Language;
  title: string;
  slug: string;
  body: number;
  at: Date;
}

/** Writes the first revision of each text, and puts it before readers. Bodies are sent once, whoever has them. */
export async function insertTexts(
  trx: Trx,
  texts: readonly SeededText[],
  bodies: Record<Language, readonly SampleBody[]>,
): Promise<void> {
  const column = <K extends keyof SeededText>(name: K) => texts.map((text) => text[name]);
  for (const locale of LANGUAGES) {
    const own = texts.filter((text) => text.locale === locale);
    const used = bodies[locale];
    await sql`
      insert into revision (post, locale, n, title, summary, body, html, title_hash, body_hash, created_at, created_by)
      select t.post, ${locale}, 1, t.title, b.summary, b.body, b.html, t.hash, b.hash, t.at, 'seed'
      from unnest(${own.map((text) => text.post)}::uuid[], ${own.map((text) => text.title)}::text[],
        ${own.map((text) => sealHash(escapeHtml(text.title)))}::text[], ${own.map((text) => text.body)}::int[],
        ${own.map((text) => text.at)}::timestamptz[]) as t(post, title, hash, body, at)
      join unnest(${used.map((body) => body.summary)}::text[], ${used.map((body) => body.body)}::text[],
        ${used.map((body) => body.html)}::text[], ${used.map((body) => body.bodyHash)}::text[])
        with ordinality as b(summary, body, html, hash, n) on b.n = t.body + 1`.execute(trx);
  }
  await sql`
    insert into text (post, locale, slug, revision)
    select post, locale, slug, 1
    from unnest(${column('post')}::uuid[], ${column('locale')}::text[], ${column('slug')}::text[])
      as t(post, locale, slug)`.execute(trx);
}
