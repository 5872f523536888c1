import type { Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import { headlineSlug } from '../headline-slug.ts';
import type { OverlayTarget } from './lock-target.ts';
import { noteOverlaySearch } from './note-search.ts';
import type { Overlay } from './overlay.ts';
import { isEmpty, type PreparedOverlayText } from './prepare-overlay.ts';

interface Place {
  site: string;
  headline: string;
  before: Overlay;
  target: OverlayTarget;
}

/**
 * Writes what a mission says in these languages; an empty one is taken out.
 * @throws {DomainError} `conflict` for a translation into a language that the ministry has provided; `invalid` for
 * one made for a version that there is not.
 */
export async function writeTexts(
  trx: Trx,
  { site, headline, before, target }: Place,
  texts: readonly PreparedOverlayText[],
): Promise<void> {
  const changed_in = before.version + 1;
  for (const [index, text] of texts.entries()) {
    const { locale } = text;
    refuseOfficialLanguage(target, text, index);
    const made_for = madeFor(target, text, index);
    if (isThere(before, text, made_for)) continue;
    await trx
      .deleteFrom('overlay_text')
      .where('site', '=', site)
      .where('headline', '=', headline)
      .where('locale', '=', locale)
      .execute();
    if (isEmpty(text)) continue;
    const { intro, introHtml: intro_html, note, noteHtml: note_html } = text;
    await trx
      .insertInto('overlay_text')
      .values({ site, headline, locale, intro, intro_html, note, note_html, made_for, changed_in })
      .execute();
    await writeTranslation(trx, { site, headline, locale }, text, target);
  }
  await noteOverlaySearch(trx, site, headline);
}

/** What is saved again as it was is not changed. */
function isThere(
  { texts }: Overlay,
  { locale, intro, note, translation }: PreparedOverlayText,
  made: number,
) {
  const there = texts.find((text) => text.locale === locale);
  if (there?.intro !== intro || there.note !== note || there.madeFor !== made) return false;
  const [was, is] = [there.translation, translation];
  if (!was || !is) return was === is;
  return was.title === is.title && was.summary === is.summary && was.body === is.body;
}

async function writeTranslation(
  trx: Trx,
  { site, headline, locale }: { site: string; headline: string; locale: string },
  { translation }: PreparedOverlayText,
  { number }: OverlayTarget,
): Promise<void> {
  if (!translation) return;
  const { title, summary, body, html, titleHash: title_hash, bodyHash: body_hash } = translation;
  await trx
    .updateTable('overlay_text')
    .set({ title, summary, body, html, title_hash, body_hash, slug: headlineSlug(translation, number) })
    .where('site', '=', site)
    .where('headline', '=', headline)
    .where('locale', '=', locale)
    .execute();
}

function refuseOfficialLanguage({ locales }: OverlayTarget, text: PreparedOverlayText, index: number): void {
  if (!text.translation || !locales.includes(text.locale)) return;
  throw new DomainError('conflict', `The ministry has provided this headline in ${text.locale}.`, [
    {
      field: `texts.${index}.translation`,
      message: 'the official text stands in this language',
      why: 'overlay.official',
    },
  ]);
}

function madeFor({ standingVersion, latest }: OverlayTarget, text: PreparedOverlayText, index: number) {
  const version = text.madeFor ?? standingVersion;
  if (version <= latest) return version;
  throw invalid({ field: `texts.${index}.madeFor`, message: `the headline has versions up to ${latest}` });
}
