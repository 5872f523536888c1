import { type SettingShown, type SettingValue, type Theme, themeValues } from '@warta/rendering';
import type { Site } from '@warta/sites';
import { LRUCache } from 'lru-cache';
import type { PublicContext } from './context.ts';
import { wordsFor } from './tongue.ts';

/** What was said already of a site's setting: a page is made often, and once is enough to know. */
const said = new LRUCache<string, true>({ max: 1000 });

/** What a site has set of its theme, for a page in one language; what does not hold is logged and stands by default. */
export function shownSettings(
  { log }: PublicContext,
  theme: Theme,
  site: Site,
  locale: string,
): Record<string, SettingShown> {
  const values = themeValues(theme, site.themeSettings, ({ setting, message }) => {
    const key = `${site.id} ${site.version} ${theme.name} ${setting}`;
    if (said.has(key)) return;
    said.set(key, true);
    log.warn(`site ${site.slug}: themeSettings.${setting} ${message}; its default stands`);
  });
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(value, site, locale)]),
  );
}

function shown(value: SettingValue, site: Site, locale: string): SettingShown {
  return typeof value === 'object' ? wordsFor(value, locale, site.locales) : value;
}
