import { CATALOGUES, languageName } from '@warta/languages';
import { siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { rowFields, rowsIn } from '../../frame/rows.ts';
import type { PageInput, Section } from '../section.ts';
import { countRows } from './menu.ts';

const schema = siteChange.pick({ locales: true }).required();

/** The site's languages; the first is its own, the others are offered in their order. */
export const languages: Section = {
  name: 'languages',
  fields: ({ locales }) =>
    rowFields(
      'locales',
      locales.map((tag) => ({ tag })),
    ),
  read(sent) {
    const rows = rowsIn(sent, 'locales');
    const locales = rows.map(({ fields }) => fields.tag ?? '');
    return checked(schema, { locales }, ([, index]) => `locales.${rows[Number(index ?? 0)]?.index ?? 0}.tag`);
  },
  model: ({ site, fields, lang }) => ({
    rows: countRows(fields, 'locales'),
    most: 12,
    known: languageOptions(site, lang),
  }),
};

/** Languages that pages have words in, and those the site has already, by name. */
function languageOptions({ locales }: PageInput['site'], lang: string): [string, string][] {
  return [...new Set([...CATALOGUES.keys(), ...locales])]
    .map((tag): [string, string] => [tag, languageName(tag, lang)])
    .sort(([, a], [, b]) => a.localeCompare(b, lang));
}
