import { type RawBuilder, sql } from 'kysely';

/** What the posts of an archive have in common. A month is written `2026-11`, and counts in the site's time zone. */
export type ArchiveOf =
  | { by: 'category' | 'tag' | 'kind'; name: string }
  | { by: 'month'; name: string; timeZone: string };

/** The conditions of an archive on the site's own posts `q`, and on headlines `h` with their posts `q`. */
export interface ArchiveConditions {
  local: RawBuilder<unknown>;
  headlines: RawBuilder<unknown>;
}

/** What an archive asks of a post; headlines are of no kind that missions write. */
export function conditionsOf(of: ArchiveOf): ArchiveConditions {
  const { name } = of;
  if (of.by === 'month') return inMonth(of);
  if (of.by === 'category') return both(sql`q.category = ${name}`);
  if (of.by === 'tag') return both(sql`q.tags @> array[${name}]::text[]`);
  return { local: sql`q.kind = ${name}`, headlines: sql`false` };
}

function inMonth({ name, timeZone }: Extract<ArchiveOf, { by: 'month' }>): ArchiveConditions {
  const first = `${name}-01`;
  const begin = sql`${first}::timestamp at time zone ${timeZone}`;
  const end = sql`(${first}::timestamp + interval '1 month') at time zone ${timeZone}`;
  return {
    local: sql`q.sort_at >= ${begin} and q.sort_at < ${end}`,
    headlines: sql`h.sort_at >= ${begin} and h.sort_at < ${end}`,
  };
}

const both = (condition: RawBuilder<unknown>) => ({ local: condition, headlines: condition });
