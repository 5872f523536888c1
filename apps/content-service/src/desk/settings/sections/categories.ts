import { slugify } from '@warta/languages';
import { type Site, siteChange } from '@warta/sites';
import { refuseNetworkCategories } from '../../../set-site.ts';
import { checked } from '../../frame/checked.ts';
import { rowFields, rowsIn, wordFields, wordsIn } from '../../frame/rows.ts';
import type { Section } from '../section.ts';
import { countRows } from './menu.ts';

const schema = siteChange.pick({ categories: true }).required();
const LONGEST_KEY = 40;

/** What the site sorts its posts by besides the categories of the network. */
export const categories: Section = {
  name: 'categories',
  fields: (settings) =>
    rowFields(
      'categories',
      settings.categories.map(({ key, label }) => ({ key, ...wordFields('label', label) })),
    ),
  read(sent, site) {
    const rows = rowsIn(sent, 'categories').filter(({ fields }) => isNamed(fields));
    const list = rows.map(({ fields }) => {
      const label = wordsIn(fields, 'label');
      return { key: fields.key || keyOf(label, site), label };
    });
    const [first = 'id'] = site.locales;
    // A key is made of the name, so whatever is wrong with it is mended there.
    const fieldOf = (index: number, locale = first) =>
      `categories.${rows[index]?.index ?? 0}.label.${locale}`;
    refuseNetworkCategories(list, fieldOf);
    return checked(schema, { categories: list }, ([, index, field, locale = first]) =>
      fieldOf(Number(index), field === 'label' ? String(locale) : first),
    );
  },
  model: ({ fields }) => ({ rows: countRows(fields, 'categories'), most: 20 }),
};

const isNamed = (fields: Record<string, string>) =>
  Object.entries(fields).some(([field, words]) => field !== 'key' && words !== '');

/** Made once, of the name in the first language that has one. */
function keyOf(label: Record<string, string>, { locales }: Site): string {
  const name = locales.flatMap((locale) => label[locale] ?? [])[0] ?? Object.values(label)[0] ?? '';
  return (slugify(name) ?? '').slice(0, LONGEST_KEY).replace(/-$/, '');
}
