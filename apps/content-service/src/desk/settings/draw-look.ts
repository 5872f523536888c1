import { invalid } from '@warta/problems';
import type { Site, SiteChange } from '@warta/sites';
import { answerHome } from '../../public/home.ts';
import type { DeskContext } from '../context.ts';

/**
 * Draws the first page of a site as readers would have it with another look; nothing of it is kept.
 * @throws {DomainError} `invalid`, as saving it would
 */
export async function drawLook(
  { database, pages, validateLook }: DeskContext,
  site: Site,
  change: SiteChange,
): Promise<string> {
  const { theme = site.theme, accent = site.accent, themeSettings = site.themeSettings } = change;
  const shown: Site = { ...site, theme, accent, themeSettings };
  const wrong = await database.db
    .transaction()
    .execute((trx) => validateLook(trx, shown, new Set(Object.keys(change))));
  if (wrong.length > 0) throw invalid(...wrong);
  const { readAt } = await pages.find.site({ slug: site.slug });
  const answer = await answerHome(pages, { site: shown, readAt }, site.locales[0] ?? 'id', 1);
  if (answer?.kind !== 'page') throw new Error(`the home of ${site.slug} is no page`);
  return answer.body.toString();
}
