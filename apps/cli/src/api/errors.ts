/** One field that does not hold what it should; `field` is its path in the request. */
export interface FieldError {
  field: string;
  message: string;
}

/** The service refused a request (problem details, RFC 9457). One line for each field, else its own sentence. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, detail: string, errors: readonly FieldError[]) {
    const fields = errors.map(({ field, message }) => `${field}: ${message}`);
    super((status === 422 && fields.length > 0 ? fields : [detail, ...fields]).join('\n'));
    this.status = status;
    this.detail = detail;
    this.errors = errors;
  }
}

/** Nobody answers at the address. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
  readonly reason: string;
  constructor(url: string, reason: string) {
    super(
      `The service does not answer at ${url} (${reason}). Start it with "npm start", or say where it is with --url.`,
    );
    this.reason = reason;
  }
}
