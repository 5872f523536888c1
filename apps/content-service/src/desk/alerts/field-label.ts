import { languageName, type Translate } from '@warta/languages';

/** What a field of an alert or a template is called where something is wrong with it. */
export function fieldLabel(t: Translate, lang: string, field: string): string {
  const [noun, locale, part] = field.split('.');
  if (noun !== 'text' || !locale || !part) return t(`alerts.field.${field}`);
  return `${t(`alerts.field.${part}`)}: ${languageName(locale, lang)}`;
}
