import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

type Json<T> = JSONColumnType<T & object, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;
type Now = ColumnType<Date, Date | string | undefined, Date | string>;
type Moment = ColumnType<Date, Date | string, Date | string>;
type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Words in several languages, by BCP 47 tag. */
export type Words = Record<string, string>;

export interface Tables {
  generation: { only_row: Generated<boolean>; n: number };
  change: { n: number; tags: string[]; at: Now };
  node: { name: string; started_at: Now; heard_at: Now; left_at: OptionalMoment };
  audit: {
    id: string;
    at: Now;
    actor: string;
    source: string;
    action: string;
    subject: string;
    site: string | null;
    before: OptionalJson;
    after: OptionalJson;
  };
  idempotency_key: {
    actor: string;
    method: string;
    path: string;
    key: string;
    body_hash: string;
    status: number | null;
    response: OptionalJson;
    headers: OptionalJson;
    created_at: Now;
  };
  token: {
    id: string;
    name: string;
    role: string;
    hash: string;
    created_at: Now;
    expires_at: OptionalMoment;
    revoked_at: OptionalMoment;
  };
  site: {
    id: string;
    slug: string;
    kind: string;
    name: Json<Words>;
    full_name: Json<Words>;
    city: string;
    country: string;
    region: string | null;
    timezone: string;
    locales: string[];
    latitude: number | null;
    longitude: number | null;
    host: string | null;
    theme: Generated<string>;
    accent: Generated<string>;
    status: Generated<string>;
    status_note: ColumnType<Words, string | undefined, string>;
    served_by: Generated<string[]>;
    version: Generated<number>;
    created_at: Now;
  };
  site_country: { site: string; country: string; role: 'host' | 'accredited' };
  media: {
    id: string;
    site: string;
    alt: ColumnType<Words, string | undefined, string>;
    width: number;
    height: number;
    widths: number[];
    digest: string;
    created_at: Now;
  };
  post: {
    id: string;
    site: string;
    kind: 'article' | 'headline';
    state: 'live' | 'withdrawn';
    category: string | null;
    tags: Generated<string[]>;
    cover: string | null;
    publish_at: Moment;
    sort_at: Moment;
    announced: Generated<boolean>;
    created_at: Now;
    created_by: string;
  };
  revision: {
    post: string;
    locale: string;
    n: number;
    title: string;
    summary: string;
    body: string;
    html: string;
    title_hash: string;
    body_hash: string;
    created_at: Now;
    created_by: string;
  };
  text: {
    post: string;
    locale: string;
    slug: string;
    revision: number | null;
    next_revision: number | null;
    next_from: OptionalMoment;
  };
  /** View: the texts that stand now, by the database's clock. */
  standing_text: {
    post: string;
    locale: string;
    slug: string;
    revision: number;
    title: string;
    summary: string;
    html: string;
    title_hash: string;
    body_hash: string;
    created_at: Date;
  };
  address: { site: string; locale: string; slug: string; post: string; current: boolean };
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

/** The database, or a transaction on it: what every function of a package takes first. */
export type Db = Kysely<Tables> | Transaction<Tables>;
/** A transaction: taken by functions that write more than one row. */
export type Trx = Transaction<Tables>;
