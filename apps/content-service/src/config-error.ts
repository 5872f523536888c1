/** A setting is wrong; the message is one line and names it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}
