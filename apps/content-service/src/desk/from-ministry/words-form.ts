import type { Overlay, OverlayInput } from '@warta/sync';
import { overlayInput } from '@warta/sync';
import { checked } from '../frame/checked.ts';
import type { Sent } from '../frame/forms.ts';
import { plainFields } from '../frame/rows.ts';

/** What a mission says in one language, as its form sends it. */
export interface WordsForm {
  input: OverlayInput;
  /** The overlay's version that this language was last changed in when the form was drawn, 0 for none. */
  base: number;
}

/**
 * Reads the form of a mission's words in one language. A translation is there as soon as something of it is.
 * @throws {DomainError} `invalid`, by the form's fields
 */
export function readWordsForm(sent: Sent, locale: string): WordsForm {
  const { intro, note, title = '', summary = '', body = '', _base, _for } = plainFields(sent);
  const isTranslated = [title, summary, body].some((field) => field.trim() !== '');
  const translation = isTranslated ? { title, summary, body: body.replaceAll('\r\n', '\n') } : null;
  const text = { locale, intro, note, translation, madeFor: number(_for) || undefined };
  const input = checked(overlayInput, { texts: [text] }, (path) => String(path.at(-1)));
  return { input, base: number(_base) };
}

/** What the form shows of a language as it stands; `version` is that of the headline that stands beside it. */
export function formOf(overlay: Overlay, locale: string, version: number): Sent {
  const said = overlay.texts.find((text) => text.locale === locale);
  const { title = '', summary = '', body = '' } = said?.translation ?? {};
  return {
    ...{ intro: said?.intro ?? '', note: said?.note ?? '', title, summary, body },
    _base: String(said?.changedIn ?? 0),
    _for: String(version),
  };
}

const number = (value = '') => (/^\d{1,9}$/.test(value) ? Number(value) : 0);
