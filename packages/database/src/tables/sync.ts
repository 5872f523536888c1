import type { Generated } from 'kysely';
import type { Json, Moment, Now, OptionalJson, OptionalMoment } from './columns.ts';

export interface SyncTables {
  audience: { id: string; rule: Json<unknown>; rule_hash: string; created_at: Now };
  audience_site: { audience: string; site: string };
  headline: HeadlineTable;
  /** View: headlines with the version that stands now, by the database's clock. */
  standing_headline: HeadlineTable & { standing_version: number };
  headline_version: {
    post: string;
    version: number;
    kind: 'publication' | 'correction' | 'recall';
    note: string | null;
    reason: string | null;
    notice: OptionalJson;
    texts: Json<Record<string, number>>;
    received_at: Moment;
    live_from: Moment;
    created_by: string;
  };
  overlay: { site: string; headline: string; hidden: Generated<boolean>; taken: Generated<boolean> };
  delivery: {
    headline: string;
    site: string;
    node: string;
    version: number | null;
    seen_at: OptionalMoment;
    error: string | null;
  };
  headline_proof: {
    headline: string;
    version: number;
    sites: number;
    nodes: number;
    first_at: Moment;
    proven_at: Moment;
    took_ms: number;
  };
  reconciliation: {
    id: string;
    at: Now;
    node: string;
    looked: number;
    took_ms: number;
    found: Json<unknown>;
  };
}

interface HeadlineTable {
  post: string;
  number: Generated<number>;
  origin: string;
  audience: string;
  obligation: 'mandatory' | 'recommended' | 'optional';
  state: 'live' | 'recalled';
  version: number;
  next_version: number | null;
  next_from: OptionalMoment;
  latest: number;
  publish_at: Moment;
  sort_at: Moment;
  pinned_until: OptionalMoment;
}
