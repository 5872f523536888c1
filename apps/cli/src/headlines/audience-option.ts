import { CliError } from '../cli-error.ts';
import { splitList } from '../options/option-values.ts';

/** An audience as the API takes it. */
export type Audience = Record<string, true | string[]>;

const LISTS: Record<string, string> = {
  region: 'regions',
  kind: 'kinds',
  country: 'countries',
  locale: 'locales',
  site: 'sites',
};
const FORMS = `all, ${Object.keys(LISTS)
  .map((name) => `${name}:…`)
  .join(', ')}`;

/**
 * The audience that `--to` and `--except` describe. Each `--to` is `all` or a list such as
 * `region:europe,africa,kind:embassy`, where a value without a name goes with the one before it. What the values
 * mean is left to the service.
 * @throws {CliError} for a name that is none of the lists.
 */
export function readAudience(to: readonly string[], except: readonly string[] = []): Audience {
  const audience: Audience = {};
  for (const option of to) addTo(audience, option);
  const excepted = except.flatMap(splitList).map((slug) => slug.replace(/^site:/, ''));
  return { ...audience, ...(excepted.length > 0 && { except: excepted }) };
}

function addTo(audience: Audience, option: string): void {
  let list: string | undefined;
  for (const item of splitList(option)) {
    if (item === 'all') {
      audience.all = true;
      continue;
    }
    const colon = item.indexOf(':');
    if (colon >= 0) list = listNamed(item.slice(0, colon), item);
    if (list === undefined) throw new CliError(`--to: ${item} is none of ${FORMS}; a site is site:${item}`);
    const before = audience[list];
    audience[list] = [...(Array.isArray(before) ? before : []), item.slice(colon + 1)];
  }
}

function listNamed(name: string, item: string): string {
  const list = LISTS[name] ?? LISTS[name.replace(/s$/, '')];
  if (!list) throw new CliError(`--to: ${item} is none of ${FORMS}`);
  return list;
}
