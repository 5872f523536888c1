import { memoise } from './memoise.ts';

/** The script a locale is written in, `zh-TW` → `Hant`; empty for a malformed tag. */
export const scriptOf = memoise((locale) => {
  try {
    return new Intl.Locale(locale).maximize().script ?? '';
  } catch {
    return '';
  }
});
