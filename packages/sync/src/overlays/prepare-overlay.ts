import type { Db } from '@warta/database';
import { type PreparedText, prepareTextFor, renderFor } from '@warta/posts';
import { invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { OverlayInput, OverlayText } from './overlay-input.ts';

/** What a mission says in one language, made ready for saving outside of any transaction. */
export interface PreparedOverlayText extends Omit<OverlayText, 'translation'> {
  introHtml: string;
  noteHtml: string;
  translation: PreparedText | null;
}

/**
 * Renders what an overlay says, with the pictures of the mission's library.
 * @throws {DomainError} `invalid` for a language that the site does not write in or that comes twice, and where
 * something cannot be rendered.
 */
export async function prepareOverlay(
  db: Db,
  site: Site,
  { texts = [] }: OverlayInput,
): Promise<PreparedOverlayText[]> {
  for (const [index, { locale }] of texts.entries()) {
    const field = `texts.${index}.locale`;
    if (!site.locales.includes(locale)) {
      throw invalid({ field, message: `this site writes in ${site.locales.join(', ')}, not ${locale}` });
    }
    if (texts.findIndex((text) => text.locale === locale) < index) {
      throw invalid({ field, message: `${locale} comes twice` });
    }
  }
  return Promise.all(texts.map((text, index) => prepareText(db, site.id, text, `texts.${index}`)));
}

async function prepareText(
  db: Db,
  site: string,
  text: OverlayText,
  field: string,
): Promise<PreparedOverlayText> {
  const { locale, intro, note, translation } = text;
  const render = (name: 'intro' | 'note') => {
    const part = { locale, body: text[name], headingPrefix: `${name}-` };
    return renderFor(db, site, part, `${field}.${name}`);
  };
  return {
    ...{ locale, intro, note, madeFor: text.madeFor },
    introHtml: await render('intro'),
    noteHtml: await render('note'),
    translation:
      translation &&
      (await prepareTextFor(db, site, { ...translation, locale }, `${field}.translation.body`)),
  };
}

/** Whether there is nothing in it: the language is then taken out. */
export const isEmpty = ({ intro, note, translation }: PreparedOverlayText) =>
  intro === '' && note === '' && translation === null;
