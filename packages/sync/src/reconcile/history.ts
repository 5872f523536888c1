import type { Db } from '@warta/database';
import { sql } from 'kysely';

/** A headline's row with the versions it was made of, the oldest first: those can never be changed. */
export interface History {
  post: string;
  number: number;
  origin: string;
  audience: string;
  state: 'live' | 'recalled';
  postState: string;
  version: number;
  latest: number;
  nextVersion: number | null;
  embargoed: boolean;
  versions: Version[];
}

interface Version {
  version: number;
  kind: 'publication' | 'correction' | 'recall' | 'restoration';
  texts: Record<string, number>;
  /** Whether its moment has come. */
  begun: boolean;
  /** Whether it stood when the next one came in. */
  stood: boolean;
  liveFrom: string;
}

/** The histories of all headlines, or of one. */
export async function findHistories(db: Db, headline?: string): Promise<History[]> {
  const { rows } = await sql<History>`
    select h.post, h.number, h.origin, h.audience, h.state, p.state as "postState", h.version, h.latest,
      h.next_version as "nextVersion", h.publish_at > now() as embargoed,
      (select json_agg(json_build_object('version', v.version, 'kind', v.kind, 'texts', v.texts,
          'begun', v.live_from <= now(), 'liveFrom', v.live_from,
          'stood', coalesce(v.live_from <= v.next_at, true)) order by v.version)
        from (select w.*, lead(w.received_at) over (order by w.version) as next_at
          from headline_version w where w.post = h.post) v) as versions
    from headline h join post p on p.id = h.post
    ${headline === undefined ? sql`` : sql`where h.post = ${headline}`}
    order by h.number`.execute(db);
  return rows;
}

/** What must stand of a headline by its history. */
export interface Rightful {
  state: 'live' | 'recalled';
  version: number;
  latest: number;
  /** A correction whose moment is still to come, or has only just come. */
  next: { version: number; from: Date; texts: Record<string, number> } | null;
  /** Revisions by language; undefined where nothing is to be said of them. */
  texts: Record<string, number> | undefined;
}

/** Reads from the versions alone what a headline's row and texts must say. */
export function rightful({ versions, embargoed, nextVersion }: History): Rightful | undefined {
  const last = versions?.at(-1);
  if (!last) return undefined;
  const { version: latest, texts } = last;
  if (last.kind === 'recall')
    return { state: 'recalled', version: latest, latest, next: null, texts: undefined };
  const own = { state: 'live', version: latest, latest, next: null, texts } as const;
  if (embargoed) return own;
  const before = versions.slice(0, -1).findLast((each) => each.stood);
  const isSetForLater = !last.begun || nextVersion === latest;
  if (!isSetForLater || !before || before.kind === 'recall') return own;
  const next = { version: latest, from: new Date(last.liveFrom), texts };
  return { state: 'live', version: before.version, latest, next, texts: before.texts };
}
