import { accentPalette } from '@warta/rendering';
import { siteChange } from '@warta/sites';
import { checked } from '../../frame/checked.ts';
import { plainFields } from '../../frame/rows.ts';
import type { PageInput, Section } from '../section.ts';
import { type Asked, askedOf, fieldsOf, valuesIn } from '../theme-fields.ts';

const schema = siteChange.pick({ theme: true, accent: true, themeSettings: true }).required();

/** Theme, colour and what the theme can be set to. A colour that cannot be read is refused, and the nearest offered. */
export const look: Section = {
  name: 'look',
  fields: ({ theme, accent, themeSettings }) => ({ theme, accent, ...fieldsOf(themeSettings) }),
  read(sent, site, themes) {
    const fields = plainFields(sent);
    const theme = themes.get(fields.theme ?? '');
    const themeSettings = theme ? valuesIn(theme, fields, site.themeSettings) : {};
    return checked(schema, { theme: fields.theme, accent: fields.nearest || fields.accent, themeSettings });
  },
  model(page) {
    const theme = page.themes.get(page.fields.theme ?? '') ?? page.themes.get(page.site.theme);
    const asked = theme ? askedOf(theme, page.lang) : [];
    return {
      themes: [...page.themes.values()].map(({ name, title }) => [name, title]),
      nearest: readable(page.fields.accent, theme?.papers),
      asked,
      ...wordsOf(asked, page),
    };
  },
};

/** The theme's own words for its fields, and the section's for the others. */
function wordsOf(asked: readonly Asked[], { labels }: PageInput) {
  const find = (field: string) => asked.find(({ name }) => field === name || field.startsWith(`${name}.`));
  return {
    labelOf(field: string): string {
      const setting = find(field);
      const locale = setting && field.slice(setting.name.length + 1);
      if (!setting) return labels.labelOf(field);
      return locale ? `${setting.label}: ${labels.tongueOf(locale)}` : setting.label;
    },
    wordsOf(field: string, value: string): string {
      const setting = find(field);
      const standing = value || (setting?.standard ?? '');
      const option = setting?.options.find(([name]) => name === standing);
      return option?.[1] ?? labels.wordsOf(field, value);
    },
  };
}

function readable(accent = '', papers: Parameters<typeof accentPalette>[1]): string | null {
  if (!papers || !/^#[0-9a-f]{6}$/i.test(accent)) return null;
  const nearest = accentPalette(accent, papers).light.accent;
  return nearest === accent.toLowerCase() ? null : nearest;
}
