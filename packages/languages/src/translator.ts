import { IntlMessageFormat } from 'intl-messageformat';
import { CATALOGUES, type Catalogue, type Catalogues, catalogueFor } from './catalogues.ts';
import { directionOf } from './direction.ts';
import { isolated } from './isolates.ts';
import { memoise } from './memoise.ts';

export type MessageArguments = Record<string, string | number>;

/** A language's string for a key, with its ICU arguments filled in. */
export type Translate = (key: string, args?: MessageArguments) => string;

/** What tabs, bookmarks, search engines and feeds show, or is kept as a text: marks for drawing do not belong there. */
const ELSEWHERE = /^(title|feed)\.|^notice\.410\.titled$/;

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
 * are printed. Words put into a sentence that may run the other way are isolated in it; `withoutIsolates` takes
 * that off where the sentence is not for a page. A key the language lacks is given in English, one English lacks as itself. A message that cannot
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
    const direction = directionOf(locale);
    const choices = choicesIn(format.getAst());
    const isWhole = (name: string) => ELSEWHERE.test(key) || choices.has(name);
    const apart = (name: string, value: string | number) =>
      typeof value === 'number' || isWhole(name) ? value : isolated(value, direction);
    return (args) => fill(format, message, args && mapped(args, apart));
  } catch {
    return () => message;
  }
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The arguments that only choose between words: what they hold is compared, not shown. */
function choicesIn(ast: Ast): Set<string> {
  const found = ast.flatMap((node): string[] => {
    if (!('options' in node)) return [];
    const deeper = Object.values(node.options).flatMap(({ value }) => [...choicesIn(value)]);
    return 'pluralType' in node ? deeper : [node.value, ...deeper];
  });
  return new Set(found);
}

function mapped(
  args: MessageArguments,
  change: (name: string, value: string | number) => string | number,
): MessageArguments {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, change(name, value)]));
}

function fill(format: IntlMessageFormat, message: string, args?: MessageArguments): string {
  try {
    return String(format.format(args));
  } catch {
    return message;
  }
}
