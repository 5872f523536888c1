import { CliError } from '../cli-error.ts';

/** For an option that may come more than once and may hold a list separated by commas. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, ...splitList(value)];
}

/** For an option that may come more than once, each time with one value. */
export function append(value: string, before: string[] = []): string[] {
  return [...before, value];
}

export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/**
 * Words by language, from `id=…` `en=…`.
 * @throws {CliError} for one without a language.
 */
export function readWords(option: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const [, locale, words] = /^([A-Za-z][\w-]*)=(.*)$/s.exec(value) ?? [];
      if (locale === undefined || words === undefined) {
        throw new CliError(`${option}: "${value}" does not say its language, such as id=${value}`);
      }
      return [locale, words];
    }),
  );
}
