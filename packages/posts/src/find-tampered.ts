import type { Db } from '@warta/database';
import { escapeHtml, sealHash } from '@warta/rendering';
import { sql } from 'kysely';

/** A part of a text that stands and is not what its hash was taken of. */
export interface Tampered {
  post: string;
  locale: string;
  part: 'title' | 'body';
}

/** Looks whether what stands of the ministry's headlines is still what was saved. */
export async function findTampered(db: Db): Promise<Tampered[]> {
  const { rows } = await sql<{ post: string; locale: string; title: string; hash: string; sound: boolean }>`
    select t.post, t.locale, t.title, t.title_hash as hash,
      left(encode(sha256(convert_to(t.html, 'UTF8')), 'hex'), 16) = t.body_hash as sound
    from standing_text t join post p on p.id = t.post
    where p.kind = 'headline'
    order by t.post, t.locale`.execute(db);
  return rows.flatMap(({ post, locale, title, hash, sound }): Tampered[] => [
    ...(sealHash(escapeHtml(title)) === hash ? [] : [{ post, locale, part: 'title' as const }]),
    ...(sound ? [] : [{ post, locale, part: 'body' as const }]),
  ]);
}
