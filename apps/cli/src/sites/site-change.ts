import type { Site, Words } from '../api/answers.ts';
import { CliError } from '../cli-error.ts';
import { splitList } from '../options/option-values.ts';

const LISTS = ['locales', 'accreditedTo', 'servedBy'];
const NUMBERS = ['latitude', 'longitude'];
const WORDS = ['name', 'fullName', 'statusNote'] as const;

/**
 * What `key=value` pairs change of a site, as the API takes it. `statusNote.id=…` sets one language and leaves the
 * others; an empty value takes it away, as it does a host. Which keys there are is left to the service.
 * @throws {CliError} for a pair without `=`, or words without a language.
 */
export function readSiteChange(
  pairs: readonly string[],
  site: Pick<Site, (typeof WORDS)[number]>,
): Record<string, unknown> {
  const change: Record<string, unknown> = {};
  for (const pair of pairs) {
    const [, key = '', locale, value = ''] = /^(\w+)(?:\.([\w-]+))?=(.*)$/s.exec(pair) ?? [];
    if (key === '')
      throw new CliError(`${pair}: write key=value, such as theme=nusantara or statusNote.id=…`);
    const words = WORDS.find((name) => name === key);
    if (words && locale === undefined) throw new CliError(`${key}: say the language, such as ${key}.id=…`);
    change[key] = words ? withWords(change[key] ?? site[words], locale ?? '', value) : plain(key, value);
  }
  return change;
}

function withWords(before: unknown, locale: string, value: string): Words {
  const { [locale]: _, ...others } = before as Words;
  return value === '' ? others : { ...others, [locale]: value };
}

function plain(key: string, value: string): unknown {
  if (LISTS.includes(key)) return splitList(value);
  if (NUMBERS.includes(key) && value !== '' && !Number.isNaN(Number(value))) return Number(value);
  return key === 'host' && value === '' ? null : value;
}
