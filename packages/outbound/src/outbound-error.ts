/** Why a request was not made, or got no answer that can be used. */
export type OutboundCode =
  /** The address is none that may be asked: its scheme, a user and password in it, or where its name leads. */
  | 'forbidden'
  /** The server could not be reached, or broke off. */
  | 'unreachable'
  /** It took too long, or the caller gave up. */
  | 'too-slow'
  /** The answer is longer than what was agreed. */
  | 'too-long';

/** A request came to nothing. The message names the server and never what was sent to it, nor the rest of its address. */
export class OutboundError extends Error {
  override name = 'OutboundError';
  readonly code: OutboundCode;

  constructor(code: OutboundCode, message: string) {
    super(message);
    this.code = code;
  }
}
