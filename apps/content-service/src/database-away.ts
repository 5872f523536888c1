/** The database cannot be reached, and nothing is there to serve meanwhile. */
export class DatabaseAwayError extends Error {
  override name = 'DatabaseAwayError';
  constructor(cause: unknown, dataDir: string) {
    const reason = cause instanceof Error ? cause.message || Reflect.get(cause, 'code') : cause;
    super(
      `the database cannot be reached (${reason}), and ${dataDir} holds no copy of alerts to serve meanwhile`,
    );
  }
}

/** PostgreSQL's classes for a connection that is lost, refused or not taken yet, and those of the network. */
const CODES = /^(08|57P|53)|^ECONN|^ENOTFOUND|^ETIMEDOUT|^EAI_AGAIN|^EHOSTUNREACH|^ENETUNREACH|^EPIPE/;
/** What the driver says without a code. */
const WORDS = /timeout exceeded when trying|^Connection terminated|connection timeout/;

/** Whether an error means that the database cannot be reached now, and may be again by itself. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return CODES.test(code ?? '') || WORDS.test(error.message);
}
