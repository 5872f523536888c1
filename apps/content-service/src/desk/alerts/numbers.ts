import type { AlertNumber } from '@warta/alerts';
import { formatPhone, inLanguage, siteName } from '@warta/sites';
import type { Places } from './places.ts';

/** Numbers as they stand below an alert, each with what it is called or whose it is. */
export function numbersShown(
  { there, home }: { there: readonly AlertNumber[]; home: readonly AlertNumber[] },
  places: Places,
  lang: string,
) {
  const shown = ({ site: slug, kind, value, label }: AlertNumber) => {
    const site = places.get(slug);
    const name = inLanguage(label, lang) ?? (site ? siteName(site, lang) : slug);
    return { name, kind, text: formatPhone(value) };
  };
  return { there: there.map(shown), home: home.map(shown) };
}
