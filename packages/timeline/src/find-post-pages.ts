import type { Db, Words } from '@warta/database';
import { headlineNumber } from '@warta/sync';
import { findHeadlineRows } from './find-headline-rows.ts';
import { findLocalRows } from './find-local-rows.ts';
import { sooner, untilClosing } from './fresh-until.ts';
import type { MissionWords } from './own-additions.ts';
import type { PostWanted, PostRow as Row } from './post-row.ts';
import type { Cover, TimelineEntry } from './timeline-entry.ts';

/** What is found at a post's address. */
export type PostFound =
  | {
      kind: 'post';
      /** With all its details. */
      entry: TimelineEntry;
      /** The pictures that its details name, by id. */
      pictures: ReadonlyMap<string, Cover>;
      /** The body in the language of the address; absent where that language has no text. */
      html: string | null;
      /** True where the site shows it; false where only the address is right and another one is to be taken. */
      official: boolean;
      corrected: { at: Date; note: string | null } | null;
      /** The mission whose words it began with. */
      credit: TimelineEntry['origin'] | null;
      /** What the mission says beside it. */
      mission: MissionWords | null;
      freshForMs: number | null;
    }
  | { kind: 'elsewhere'; entry: TimelineEntry }
  /** Recalled by the ministry, or withdrawn by the site itself (`own`). */
  | { kind: 'gone'; notice: Words | null; own: boolean };

/** What stands at these addresses, in their order; undefined where there is nothing. One query a kind of slug. */
export async function findPostPages(
  db: Db,
  wanted: readonly PostWanted[],
): Promise<(PostFound | undefined)[]> {
  const numbered = wanted.map((post, ord) => ({ ...post, ord, number: headlineNumber(post.slug) }));
  const headlines = numbered.filter((post) => post.number !== undefined);
  const locals = numbered.filter((post) => post.number === undefined);
  const rows = [
    ...(headlines.length > 0 ? await findHeadlineRows(db, headlines) : []),
    ...(locals.length > 0 ? await findLocalRows(db, locals) : []),
  ];
  const byOrd = new Map(rows.map((row) => [row.ord, row]));
  return wanted.map((_, ord) => toFound(byOrd.get(ord)));
}

function toFound(row: Row | undefined): PostFound | undefined {
  if (!row?.stood) return undefined;
  if (row.state !== 'live') return { kind: 'gone', notice: row.notice, own: row.state === 'withdrawn' };
  if (row.texts.length === 0) return undefined;
  if (row.hidden) {
    return { kind: 'elsewhere', entry: { ...row, texts: row.texts.filter(({ mission }) => !mission) } };
  }
  if (!row.shown) return undefined;
  return {
    kind: 'post',
    entry: row,
    pictures: new Map(row.pictures?.map((picture) => [picture.id, picture])),
    html: row.html,
    official: row.official,
    mission: row.mission,
    credit: row.credit ?? null,
    corrected: row.correctedAt ? { at: row.correctedAt, note: row.note } : null,
    freshForMs: sooner(row.fresh, untilClosing([row])),
  };
}
