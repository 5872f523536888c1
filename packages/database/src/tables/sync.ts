import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment, Now, OptionalJson, OptionalMoment } from './columns.ts';

type Unset<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface SyncTables {
  audience: { id: string; rule: Json<unknown>; rule_hash: string; created_at: Now };
  /** `since` when the site belongs to it without a break. */
  audience_site: { audience: string; site: string; since: Now };
  headline: HeadlineTable;
  /** View: headlines with the version that stands now, by the database's clock. */
  standing_headline: HeadlineTable & { standing_version: number };
  headline_version: {
    post: string;
    version: number;
    kind: 'publication' | 'correction' | 'recall' | 'restoration';
    note: string | null;
    reason: string | null;
    notice: OptionalJson;
    texts: Json<Record<string, number>>;
    received_at: Moment;
    live_from: Moment;
    created_by: string;
    /** For missions alone. */
    internal_note: string | null;
    /** Within how many office hours a mission is to acknowledge it; null where nobody asks for that. */
    acknowledge_within: number | null;
  };
  /** When a headline that comes by each mission's own clock is there. */
  headline_wave: { headline: string; site: string; at: Moment; announced: Generated<boolean> };
  /** What a mission's people have read of a version, and acknowledged. */
  reception: {
    headline: string;
    version: number;
    site: string;
    due_at: OptionalMoment;
    /** When the mission's people were told that they are asked. */
    asked_at: OptionalMoment;
    seen_at: OptionalMoment;
    seen_by: string | null;
    acknowledged_at: OptionalMoment;
    acknowledged_by: string | null;
    escalated_at: OptionalMoment;
  };
  /** How a headline that is being written is to be sent. */
  headline_plan: {
    post: string;
    plan: Json<object>;
    /** The offer it was made from. */
    offer: string | null;
    version: Generated<number>;
    changed_at: Now;
    changed_by: string;
  };
  overlay: {
    site: string;
    headline: string;
    hidden: Generated<boolean>;
    taken: Generated<boolean>;
    version: Generated<number>;
    cover: Unset<string>;
    pinned_until: OptionalMoment;
    /** The purpose of those of the mission's contacts that stand below the text. */
    contact: Unset<'emergency' | 'visas' | 'press' | 'general'>;
  };
  overlay_text: {
    site: string;
    headline: string;
    locale: string;
    intro: Generated<string>;
    intro_html: Generated<string>;
    note: Generated<string>;
    note_html: Generated<string>;
    title: Unset<string>;
    summary: Unset<string>;
    body: Unset<string>;
    html: Unset<string>;
    slug: Unset<string>;
    title_hash: Unset<string>;
    body_hash: Unset<string>;
    /** The headline's version it was written for, or was last found to fit. */
    made_for: number;
    /** The overlay's version that changed it last. */
    changed_in: number;
    saved_at: Now;
  };
  /** What is searched in of an overlay's text: the translation, or what stands beside the official text. */
  overlay_search: {
    site: string;
    headline: string;
    locale: string;
    part: 'translation' | 'beside';
    config: string;
    sort_at: Moment;
    words: string;
  };
  overlay_version: {
    site: string;
    headline: string;
    version: number;
    content: Json<unknown>;
    person: string | null;
    created_by: string;
    created_at: Now;
  };
  /** Pins that are down until their holder, such as an alert, lets them up again. */
  pin_rest: { headline: string; holder: string; was: Moment; version: number };
  /** The same for pins of missions; `version` is the overlay's. */
  overlay_pin_rest: { site: string; headline: string; holder: string; was: Moment; version: number };
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
  /** Until when missions that come to its audience later get it too. */
  stands_until: OptionalMoment;
  /** The time on each mission's own clock at which it is there, `2026-11-26T08:00`; null for one moment for all. */
  wave_at: string | null;
  /** The mission it is owed to. */
  credit: string | null;
}
