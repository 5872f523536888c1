import type { Generated } from 'kysely';
import type { Now, OptionalMoment } from './columns.ts';

export interface ChangesTables {
  generation: { only_row: Generated<boolean>; n: number };
  change: { n: number; tags: string[]; soft: Generated<boolean>; at: Now };
  /** Who acts on each change once, and the last one they have acted on. */
  change_reader: { name: string; n: number };
  node: {
    name: string;
    started_at: Now;
    heard_at: Now;
    left_at: OptionalMoment;
    /** The newest change it has acted on; null where it lets no cache outside keep its pages. */
    heard: number | null;
  };
  /** How far the cache outside has been told of changes: one row, where there is one. */
  cache_purge: {
    only_row: Generated<boolean>;
    since: Now;
    /** Told of all up to this one, after every node had acted on them. */
    purged: Generated<number>;
    /** Where `purged` stood at `marked_at`, and the last change that it was told of once more after a while. */
    marked: Generated<number>;
    marked_at: Now;
    repeated: Generated<number>;
    /** When a process began to tell it; null where none does. */
    claimed_at: OptionalMoment;
    failures: Generated<number>;
    error: string | null;
    next_try_at: OptionalMoment;
  };
}
