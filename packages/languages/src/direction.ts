import { memoise } from './memoise.ts';

export type Direction = 'ltr' | 'rtl';

interface WithTextInfo extends Intl.Locale {
  getTextInfo(): { direction?: Direction };
}

const direction = memoise((locale): Direction => {
  try {
    return (new Intl.Locale(locale) as WithTextInfo).getTextInfo().direction ?? 'ltr';
  } catch {
    return 'ltr';
  }
});

/** The direction a locale's text runs in, for `dir`. A malformed tag is taken as left to right. */
export function directionOf(locale: string): Direction {
  return direction(locale);
}
