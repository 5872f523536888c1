import type { Generated } from 'kysely';
import type { Now, OptionalMoment } from './columns.ts';

export interface ChangesTables {
  generation: { only_row: Generated<boolean>; n: number };
  change: { n: number; tags: string[]; soft: Generated<boolean>; at: Now };
  /** Who acts on each change once, and the last one they have acted on. */
  change_reader: { name: string; n: number };
  node: { name: string; started_at: Now; heard_at: Now; left_at: OptionalMoment };
}
