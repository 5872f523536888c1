import { IntlMessageFormat } from 'intl-messageformat';
import { CATALOGUES, type Catalogue, type Catalogues, catalogueFor } from './catalogues.ts';
import { memoise } from './memoise.ts';

export type MessageArguments = Record<string, string | number>;

/** A language's string for a key, with its ICU arguments filled in. */
export type Translate = (key: string, args?: MessageArguments) => string;

type Filled = (args?: MessageArguments) => string;

/** A translator of its own over other catalogues: see `translator`. */
export function translatorOver(catalogues: Catalogues): (locale: string) => Translate {
  const messagesOf = memoise((locale) => {
    const catalogue = catalogueFor(locale, catalogues);
    const english = catalogueFor('en', catalogues);
    const known = memoise((key) => compiled(catalogue, key) ?? compiled(english, key) ?? (() => key));
    const isKnown = (key: string) => catalogue.messages.has(key) || english.messages.has(key);
    // What is no key may be anything at all, and is not to be remembered.
    return (key: string): Filled => (isKnown(key) ? known(key) : () => key);
  });
  const translate = memoise((catalogue): Translate => {
    const message = messagesOf(catalogue);
    return (key, args) => message(key)(args);
  });
  return (locale) => translate(catalogueFor(locale, catalogues).locale);
}

const readers = translatorOver(CATALOGUES);

/**
 * The strings of the language that serves a locale (see `stringsLocale`): plain text, to be escaped where they
 * are printed. A key the language lacks is given in English, one English lacks as itself. A message that cannot
 * be filled, because it is malformed or an argument is missing, is given as it stands: no page fails for a word.
 */
export function translator(locale: string): Translate {
  return readers(locale);
}

function compiled({ locale, messages }: Catalogue, key: string): Filled | undefined {
  const message = messages.get(key);
  if (message === undefined) return undefined;
  try {
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
    return (args) => fill(format, message, args);
  } catch {
    return () => message;
  }
}

function fill(format: IntlMessageFormat, message: string, args?: MessageArguments): string {
  try {
    return String(format.format(args));
  } catch {
    return message;
  }
}
