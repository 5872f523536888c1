/** Everything that can be wrong with what somebody asks of Warta; one place turns these into HTTP answers. */
export type ProblemCode =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'stale-version'
  | 'version-required'
  | 'unauthenticated'
  | 'forbidden'
  | 'key-reused'
  | 'key-in-use';

export interface FieldError {
  /** The field's path as the sender wrote it, such as `translations.0.title`. */
  field: string;
  message: string;
  /** A key by which the message can be said in another language, with what it is filled with. */
  why?: string;
  values?: Record<string, string | number>;
}

/** Something that is not allowed: a closed code, a sentence, and the fields it is about. */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.code = code;
    this.errors = errors;
  }
}

/** One or more fields do not hold what they should. */
export function invalid(...errors: FieldError[]): DomainError {
  return new DomainError('invalid', errors.map((e) => `${e.field}: ${e.message}`).join('; '), errors);
}
