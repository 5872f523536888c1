import { accentPalette } from '@warta/rendering';
import { siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { plainFields } from '../../frame/rows.ts';
import type { Section } from '../section.ts';

const schema = siteChange.pick({ theme: true, accent: true }).required();

/** Theme and colour. A colour that cannot be read is refused, and the nearest that can be is offered. */
export const look: Section = {
  name: 'look',
  fields: ({ theme, accent }) => ({ theme, accent }),
  read(sent) {
    const { theme, accent, nearest } = plainFields(sent);
    return checked(schema, { theme, accent: nearest || accent });
  },
  model: ({ themes, fields }) => ({
    themes: [...themes.values()].map(({ name, title }) => [name, title]),
    nearest: readable(fields.accent, themes.get(fields.theme ?? '')?.papers),
  }),
};

function readable(accent = '', papers: Parameters<typeof accentPalette>[1]): string | null {
  if (!papers || !/^#[0-9a-f]{6}$/i.test(accent)) return null;
  const nearest = accentPalette(accent, papers).light.accent;
  return nearest === accent.toLowerCase() ? null : nearest;
}
