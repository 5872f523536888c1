import { SOCIAL_NAMES, siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { rowFields, rowsIn } from '../../frame/rows.ts';
import type { Section } from '../section.ts';
import { countRows } from './menu.ts';

const schema = siteChange.pick({ social: true }).required();

/** Accounts elsewhere, of the mission and of its head. */
export const social: Section = {
  name: 'social',
  fields: (settings) => rowFields('social', settings.social),
  read(sent) {
    const rows = rowsIn(sent, 'social').filter(({ fields }) => fields.url);
    return checked(
      schema,
      { social: rows.map(({ fields }) => fields) },
      ([, index, field = 'url']) => `social.${rows[Number(index)]?.index ?? 0}.${String(field)}`,
    );
  },
  model: ({ fields }) => ({
    rows: countRows(onlyUrls(fields), 'social'),
    most: 20,
    platforms: Object.entries(SOCIAL_NAMES),
  }),
};

/** A row with nothing chosen but the menus' own first lines is empty. */
const onlyUrls = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name.endsWith('.url')));
