/** What the service answers with, as far as the commands use it. */

export type Words = Record<string, string>;

export interface Site {
  slug: string;
  url: string;
  kind: string;
  name: Words;
  fullName: Words;
  statusNote: Words;
  city: string;
  country: string;
  region: string | null;
  locales: string[];
  host: string | null;
  theme: string;
  status: string;
  version: number;
}

export interface Translation {
  locale: string;
  slug: string | null;
  title: string;
  summary: string;
  body: string;
  url: string | null;
}

export interface Headline {
  id: string;
  number: number;
  version: number;
  standingVersion: number;
  state: string;
  audience: Record<string, true | string[]>;
  obligation: string;
  publishAt: string;
  pinnedUntil: string | null;
  translations: Translation[];
}

export interface SavedHeadline {
  id: string;
  version: number;
  /** Empty after a recall. */
  url: string;
  audience: { count: number };
}

export interface Delivery {
  site: string;
  state: string;
  version: number | null;
  provenAt: string | null;
  error: string | null;
}

export interface Deliveries {
  version: number;
  /** Of a headline `live`, `scheduled` or `recalled`; of an alert its own. */
  state: string;
  total: number;
  live: number;
  pending: number;
  /** Milliseconds from the call to the last site seen, and the cache outside purged; null while some are pending. */
  provenInMs: number | null;
  /** Of a headline, where a cache outside keeps pages. */
  outsideCache?: { state: 'purged' | 'pending' | 'failed'; error: string | null } | null;
  items: Delivery[];
}

export interface AudiencePreview {
  count: number;
  included: string[];
  excluded: { site: string; reason: string }[];
}

/** A post in the list of its site; the titles are those saved last. */
export interface PostLine {
  id: string;
  kind: string;
  state: string;
  changedAt: string;
  texts: { locale: string; title: string }[];
}

export interface PostLines {
  posts: PostLine[];
  more: boolean;
}

/** A post that was published, or that waits for somebody's check. */
export type SavedPost = { id: string } & ({ url: string } | { state: 'in-review' });

export interface TokenRow {
  id: string;
  name: string;
  role: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
}

/** What a version of an alert says. */
export interface AlertVersion {
  version: number;
  kind: 'alert' | 'update' | 'cancel';
  template: string;
  content: {
    area: Record<string, true | string[]>;
    texts: { locale: string; heading: string; body: string; instruction: string }[];
    expiry: { hours?: number; at?: string };
    severity: string;
    urgency: string;
    certainty: string;
  };
  by: string;
}

export interface Alert {
  id: string;
  number: number;
  practice: boolean;
  state: string;
  version: number;
  standing: AlertVersion | null;
  draft: AlertVersion | null;
  confirmed: boolean;
  expiresAt: string | null;
  sites: string[];
}

/** Where an alert was seen to stand, or to be gone. */
export type AlertDeliveries = Omit<Deliveries, 'live'> & { proven: number };
