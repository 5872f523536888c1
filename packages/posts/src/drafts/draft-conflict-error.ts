import { DomainError, type FieldError } from '@warta/problems';
import type { Draft } from './find-drafts.ts';

/** Somebody else has saved meanwhile: both texts are there, and whoever comes second chooses. */
export class DraftConflictError extends DomainError {
  override name = 'DraftConflictError';
  readonly theirs: Draft;

  constructor(theirs: Draft, errors: readonly FieldError[] = []) {
    super('conflict', 'Somebody else has saved this text meanwhile.', errors);
    this.theirs = theirs;
  }
}
