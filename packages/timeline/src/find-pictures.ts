import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type Cover, pictureColumn } from './timeline-entry.ts';

/** Pictures by their ids. Whether a site may show them was checked when they were named. */
export async function findPictures(db: Db, ids: readonly string[]): Promise<Map<string, Cover>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ picture: Cover }>`
    /*pictures*/ select ${pictureColumn} as picture from media m where m.id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ picture }) => [picture.id, picture]));
}
