import { directionOf, endonym, stringsLocale, translator } from '@warta/languages';
import { drawPlain, type PlainPage, stylesheetName, type Theme } from '@warta/rendering';
import type { EmergencySite } from '@warta/sites';
import type { Config } from '../config.ts';
import { MINISTRY_STAND_IN } from '../public/portal-base.ts';
import type { AlertBoard } from './board.ts';

/** What plain pages are made with: nothing of it can be away. */
export interface PlainContext {
  config: Config;
  themes: ReadonlyMap<string, Theme>;
  board: AlertBoard;
}

type Look = Pick<EmergencySite, 'theme' | 'accent'>;

/** What every plain page has, in a language. */
export function plainBase(context: PlainContext, look: Look, locale: string) {
  const theme = themeOf(context, look);
  const assets = `/assets/${theme.name}/${theme.assetHash}`;
  return {
    lang: stringsLocale(locale),
    dir: directionOf(stringsLocale(locale)),
    stylesheet: `${assets}/${stylesheetName(theme, look.accent, {})}`,
    icon: `${assets}/icon.svg`,
    t: translator(locale),
  };
}

/** Links to the same page in other languages, as those call themselves. */
export function languagesOf(locales: readonly string[], current: string, href: (locale: string) => string) {
  return locales.map((lang) => ({
    lang,
    href: href(lang),
    label: endonym(lang),
    current: lang === current,
  }));
}

export function draw(context: PlainContext, look: Look, model: PlainPage): string {
  return drawPlain(themeOf(context, look), model);
}

/** How the ministry's own pages look. */
export const ministryOf = ({ board }: Pick<PlainContext, 'board'>) =>
  board.siteNamed({ slug: MINISTRY_STAND_IN.slug }) ?? MINISTRY_STAND_IN;

function themeOf({ themes }: PlainContext, { theme }: Look): Theme {
  return (themes.get(theme) ?? themes.get('base')) as Theme;
}
