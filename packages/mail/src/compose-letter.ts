import { baseLanguage, formatDateTime } from '@warta/languages';
import type { Letter, Recipient } from './letter.ts';
import { NOTIFICATIONS } from './notifications.ts';
import { ENGLISH } from './texts/en.ts';
import { INDONESIAN } from './texts/id.ts';
import type { Texts, Words } from './texts/texts.ts';

/** A title or a name is one line, whatever it holds, and no longer than a subject should be. */
const LONGEST_LINE = 150;
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Marks that turn the order of what follows, so that an address can look like another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const CONTROLS_BUT_LINES = /[^\P{Cc}\n]/gu;

/** The letter's words in the language of whom it is for, as plain text. */
export function composeLetter(
  letter: Letter,
  recipient: Omit<Recipient, 'address'>,
  origin: string,
): { subject: string; text: string } {
  const isIndonesian = ['id', 'ms', 'jv', 'su'].includes(baseLanguage(recipient.locale));
  const [texts, locale] = isIndonesian ? [INDONESIAN, 'id'] : [ENGLISH, 'en'];
  const date = (at: Date) => formatDateTime(at, locale, recipient.timezone);
  const { subject, paragraphs } = wordsOf(texts, tidy(letter), date);
  const name = recipient.name && oneLine(recipient.name);
  const canBeOff = NOTIFICATIONS.some(({ kind }) => kind === letter.kind);
  const below = [texts.footer(origin), ...(canBeOff ? [texts.turnOff(origin)] : [])].join('\n');
  // "-- " is how mail programs tell what stands below a letter.
  const text = `${[texts.greeting(name), ...paragraphs].join('\n\n')}\n\n-- \n${below}\n`;
  return { subject: oneLine(subject), text };
}

function wordsOf<K extends Letter['kind']>(
  { letters }: Texts,
  letter: Extract<Letter, { kind: K }>,
  date: (at: Date) => string,
): Words {
  return letters[letter.kind as K](letter, date);
}

/** Words that people typed, made harmless; a note keeps its lines. */
function tidy(letter: Letter): Letter {
  const entries = Object.entries(letter).map(([field, value]) => {
    if (typeof value !== 'string' || field === 'link') return [field, value];
    return [field, field === 'note' ? harmless(value).replace(CONTROLS_BUT_LINES, '') : oneLine(value)];
  });
  return Object.fromEntries(entries) as Letter;
}

function oneLine(text: string): string {
  const line = harmless(text).replace(BREAKS, ' ').trim();
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1).trimEnd()}…` : line;
}

function harmless(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(TURNING, '');
}
