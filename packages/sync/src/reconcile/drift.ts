/**
 * Where what is kept, what is written in the ledger and what readers see do not agree:
 * `audience`: a mission is, or is not, in an audience against its rule;
 * `version`, `words`, `state`: a headline points at another version than its immutable history says, its texts at
 * other revisions, or its post is shown or withdrawn against it;
 * `ledger`: a row is missing, or says that a version was seen which there is not;
 * `page`: a reader gets something else than what must stand;
 * `tampered`: a text is not what its hash was taken of.
 */
export type DriftKind = 'audience' | 'version' | 'words' | 'state' | 'ledger' | 'page' | 'tampered';

export interface Drift {
  kind: DriftKind;
  /** The headline's id and number; null for an audience. */
  headline: string | null;
  number: number | null;
  /** The mission's slug, where it is about one. */
  site: string | null;
  audience: string | null;
  /** What is wrong, in a sentence. */
  what: string;
  /** Whether it can be set right without a person's decision. */
  repairable: boolean;
}

const NOTHING = { headline: null, number: null, site: null, audience: null, repairable: true };

export function drift(kind: DriftKind, what: string, about: Partial<Drift>): Drift {
  return { ...NOTHING, ...about, kind, what };
}
