import type { Db, PostKind } from '@warta/database';
import { sql } from 'kysely';
import { detailWords } from './detail-words.ts';
import { isForgiven, nearForms } from './near-words.ts';
import { plainText, searchable } from './searchable.ts';

interface Learned {
  title: string;
  summary: string;
  html: string;
  locale: string;
  kind: PostKind | 'headline';
  details: object;
}

/**
 * Takes the words of up to `most` texts into the list from which words with a slip are put right; returns how many
 * texts those were. Apart from publishing, so that nobody who publishes waits for another.
 */
export async function learnWords(db: Db, most: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Learned>`
      with few as (
        select post, locale, revision from search_text where not learned
        limit ${most} for update skip locked)
      update search_text s set learned = true
      from few, revision r, post p
      where s.post = few.post and s.locale = few.locale and s.revision = few.revision
        and r.post = s.post and r.locale = s.locale and r.n = s.revision and p.id = s.post
      returning r.title, r.summary, r.html, r.locale, p.kind, p.details`.execute(trx);
    const counts = new Map<string, number>();
    for (const { title, summary, html, locale, kind, details } of rows) {
      const beside = detailWords(kind, details, locale);
      const words = searchable(`${title} ${summary} ${plainText(html)} ${beside}`).split(' ');
      for (const word of new Set(words.filter(isForgiven))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    await keep(trx, counts);
    return rows.length;
  });
}

/** In one order, so that two who learn at once never wait for each other crosswise. */
async function keep(db: Db, counts: ReadonlyMap<string, number>): Promise<void> {
  const words = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  if (words.length === 0) return;
  const rows = words.map(([word, texts]) => ({ word, texts, near: nearForms(word) }));
  await sql`
    insert into search_word (word, near, texts)
    select x.word, x.near, x.texts
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(word text, near text[], texts int)
    order by x.word
    on conflict (word) do update set texts = search_word.texts + excluded.texts`.execute(db);
}
