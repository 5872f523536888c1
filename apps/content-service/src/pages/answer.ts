/** What a public address is answered with, before it becomes bytes. */
export type Answer =
  | {
      kind: 'page';
      body: string;
      type: string;
      /** What it is made of: a change with one of these tags puts it out of date. */
      tags: readonly string[];
      /** The change it was read at, or an older one. */
      readAt: number;
      freshForMs: number | null;
    }
  | { kind: 'redirect'; status: 301 | 302; location: string }
  /** Words for what is not there; never kept. */
  | { kind: 'notice'; status: 404 | 410 | 421 | 500 | 503; body: string };

/** No fill could keep up with the changes, or the database could not be asked. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}
