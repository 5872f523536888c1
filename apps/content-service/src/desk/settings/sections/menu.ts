import { siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { rowFields, rowsIn, wordFields, wordsIn } from '../../frame/rows.ts';
import type { Section } from '../section.ts';

const schema = siteChange.pick({ menu: true }).required();

/** The links of the site's menu, in their order. */
export const menu: Section = {
  name: 'menu',
  fields: (settings) =>
    rowFields(
      'menu',
      settings.menu.map(({ label, address }) => ({ ...wordFields('label', label), address })),
    ),
  read(sent) {
    const rows = rowsIn(sent, 'menu');
    const links = rows.map(({ fields }) => ({
      label: wordsIn(fields, 'label'),
      address: fields.address ?? '',
    }));
    return checked(schema, { menu: links }, ([, index, field = 'address', locale = 'id']) => {
      const row = `menu.${rows[Number(index)]?.index ?? 0}`;
      return field === 'label' ? `${row}.label.${String(locale)}` : `${row}.${String(field)}`;
    });
  },
  model: ({ fields }) => ({ rows: countRows(fields, 'menu'), most: 12 }),
};

/** How many rows a list has that is shown again as it was sent. */
export function countRows(fields: Record<string, string>, list: string): number {
  const indexes = Object.keys(fields).flatMap((name) => {
    const [start, index, field] = name.split('.');
    return start === list && field !== 'place' && fields[name] ? [Number(index) + 1] : [];
  });
  return Math.max(0, ...indexes);
}
