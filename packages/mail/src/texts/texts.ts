import type { Letter, LetterKind } from '../letter.ts';

/** A letter's words: a subject, and paragraphs with the link among them. */
export interface Words {
  subject: string;
  paragraphs: string[];
}

type Of<K extends LetterKind> = Extract<Letter, { kind: K }>;

/** All letters in one language; dates come as people write them. */
export interface Texts {
  greeting(name: string | undefined): string;
  /** Below each letter: where it comes from, and that answers are not read. */
  footer(origin: string): string;
  /** Below a letter that can be turned off. */
  turnOff(origin: string): string;
  letters: { [K in LetterKind]: (letter: Of<K>, date: (at: Date) => string) => Words };
}

/** A note of several lines, told apart from our own words. */
export function quoted(note: string | undefined): string[] {
  const lines = note?.trim().split('\n') ?? [];
  return note?.trim() ? [lines.map((line) => `> ${line}`).join('\n')] : [];
}
