import type { Db } from '@warta/database';
import type { FieldError } from '@warta/problems';
import { colourProblem, settingProblems, type Theme } from '@warta/rendering';
import { MINISTRY_SLUG, type SiteLook, type ValidateLook } from '@warta/sites';

/** Judges what sites keep opaque: that there is such a theme and such pictures, that colours can be read, and what holds in a theme's settings. */
export function judgeLooks(themes: ReadonlyMap<string, Theme>): ValidateLook {
  return async (trx, look, changed) => [
    ...(changed.has('theme') ? unknownTheme(themes, look) : []),
    ...(changed.has('accent') ? unreadableAccent(themes, look) : []),
    ...(changed.has('themeSettings') ? wrongSettings(themes, look) : []),
    ...(await foreignPictures(trx, look, changed)),
  ];
}

function unknownTheme(themes: ReadonlyMap<string, Theme>, { theme }: SiteLook): FieldError[] {
  if (themes.has(theme)) return [];
  return [
    { field: 'theme', message: `there is no theme ${theme}; there are ${[...themes.keys()].join(', ')}` },
  ];
}

function unreadableAccent(themes: ReadonlyMap<string, Theme>, look: SiteLook): FieldError[] {
  const theme = themes.get(look.theme);
  const wrong = theme && colourProblem(theme, look.accent);
  return wrong ? [{ field: 'accent', ...wrong }] : [];
}

function wrongSettings(themes: ReadonlyMap<string, Theme>, look: SiteLook): FieldError[] {
  const theme = themes.get(look.theme);
  if (!theme) return [];
  const problems = settingProblems(theme, look.themeSettings);
  return problems.map(({ setting, ...wrong }) => ({ field: `themeSettings.${setting}`, ...wrong }));
}

/** A site shows its own pictures and the ministry's. */
async function foreignPictures(db: Db, look: SiteLook, changed: ReadonlySet<string>): Promise<FieldError[]> {
  const fields = (['logo', 'hero'] as const).filter((field) => changed.has(field) && look[field] !== null);
  if (fields.length === 0) return [];
  const own = await db
    .selectFrom('media')
    .innerJoin('site', 'site.id', 'media.site')
    .select('media.id')
    .where('media.kind', '=', 'picture')
    .where((eb) => eb.or([eb('site.id', '=', look.id), eb('site.slug', '=', MINISTRY_SLUG)]))
    .where(
      'media.id',
      'in',
      fields.flatMap((field) => look[field] ?? []),
    )
    .execute();
  return fields
    .filter((field) => !own.some(({ id }) => id === look[field]))
    .map((field) => ({ field, message: 'is no picture of this site or of the ministry' }));
}
