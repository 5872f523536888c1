/** Something the operator can mend; the message has one line for each thing that is wrong. */
export class CliError extends Error {
  override name = 'CliError';
}
