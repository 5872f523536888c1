import type { Db, Trx } from '@warta/database';
import { plainText, searchPartColumns, searchParts, searchVector } from '@warta/posts';
import { type RawBuilder, sql } from 'kysely';

interface Said {
  site: string;
  headline: string;
  locale: string;
  intro_html: string;
  note_html: string;
  title: string | null;
  summary: string | null;
  html: string | null;
}

/**
 * Puts what a mission says to a headline into the index that readers search. What is taken out or written anew leaves
 * it with its row. Whether it may be found is asked when it is read.
 */
export async function noteOverlaySearch(trx: Trx, site: string, headline: string): Promise<void> {
  await index(trx, sql`x.site = ${site} and x.headline = ${headline}`);
}

const INDEXED_AT_ONCE = 20;

/** Puts some of what came past the index into it; returns whether there may be more. */
export async function indexMissingOverlays(db: Db): Promise<boolean> {
  return (await index(db, sql`true`, INDEXED_AT_ONCE)) === INDEXED_AT_ONCE;
}

/** What a mission says beside a headline as plain text: its introduction, then its note. */
export const besideWords = (introHtml: string, noteHtml: string): string =>
  plainText(`${introHtml} ${noteHtml}`);

async function index(db: Db, which: RawBuilder<unknown>, most?: number): Promise<number> {
  const { rows } = await sql<Said>`
    select x.site, x.headline, x.locale, x.intro_html, x.note_html, x.title, x.summary, x.html
    from overlay_text x
    where ${which} and not exists (
      select from overlay_search s where s.site = x.site and s.headline = x.headline and s.locale = x.locale)
    limit ${most ?? null}::int`.execute(db);
  if (rows.length === 0) return 0;
  await sql`
    insert into overlay_search (site, headline, locale, part, config, sort_at, words)
    select x.site, x.headline, x.locale, x.part, x.config, p.sort_at,
      ${searchVector(sql`'headline'`, sql`x.site`)}
    from json_to_recordset(${JSON.stringify(rows.flatMap(partsOf))}::json)
      as x(site uuid, headline uuid, locale text, part text, ${searchPartColumns})
    join post p on p.id = x.headline
    on conflict do nothing`.execute(db);
  return rows.length;
}

/** The translation is found by a condition of its own, so it is a row of its own. */
function partsOf({ site, headline, locale, intro_html, note_html, title, summary, html }: Said) {
  const none = { locale, title: '', summary: '', html: '', beside: '' };
  const beside = { part: 'beside', ...searchParts({ ...none, beside: besideWords(intro_html, note_html) }) };
  const texts = { title: title ?? '', summary: summary ?? '', html: html ?? '' };
  const translation = { part: 'translation', ...searchParts({ ...none, ...texts }) };
  return [beside, ...(title === null ? [] : [translation])].map((part) => ({
    ...{ site, headline, locale },
    ...part,
  }));
}
