import type { Reading } from '@warta/changes';

/** Whose page it is, and in which language: what the alerts on it depend on. */
export interface Place {
  /** The site's id, or `PORTAL`. */
  site: string;
  locale: string;
}

/** Stands for the ministry's portal, where every alert is shown, as a site's id does for a site. */
export const PORTAL = '';

/** The same page in another language. */
export interface LanguageVersion {
  lang: string;
  href: string;
}

/** What a public address is answered with, before it becomes bytes. */
export type Answer =
  | {
      kind: 'page';
      body: string | Buffer;
      type: string;
      /** What it is made of, each part with the change it was read at. */
      readings: readonly Reading[];
      freshForMs: number | null;
      /** The one other origin whose frame the page may hold; none on all but the page that plays a video. */
      frames?: string | undefined;
      /** What it is sent with as `Link`. */
      link?: string;
      /** Absent for what no alert is put into, such as feeds. */
      place?: Place;
      /** Where it stands in other languages. */
      versions?: readonly LanguageVersion[];
    }
  | { kind: 'redirect'; status: 301 | 302; location: string }
  /** Words for what is not there; never kept. */
  | { kind: 'notice'; status: 404 | 410 | 421 | 500 | 503; body: string; place: Place };

/** No fill could keep up with the changes, or the database could not be asked. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}
