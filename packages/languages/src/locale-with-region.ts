import { memoise } from './memoise.ts';

/** A language with the country it is mostly read in, as Open Graph names it: `id_ID`, `ar_EG`. */
export const localeWithRegion: (locale: string) => string = memoise((locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region ? `${language}_${region}` : language;
});
