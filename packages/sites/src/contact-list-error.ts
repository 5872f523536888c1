import type { z } from 'zod';

/** One value of a list that is wrong. */
export interface WrongValue {
  line: number;
  column: string;
  message: string;
  /** A key by which the message can be said in another language, with what it is filled with. */
  why?: string | undefined;
  values?: Record<string, string | number> | undefined;
}

/** A list of contacts cannot be read; each wrong value is a line of the message, in the order of the list. */
export class ContactListError extends Error {
  override name = 'ContactListError';
  readonly wrong: readonly WrongValue[];

  constructor(wrong: readonly WrongValue[]) {
    const inOrder = wrong.toSorted((a, b) => a.line - b.line);
    const sentences = inOrder.map(({ line, column, message }) => `line ${line}, ${column}: ${message}`);
    super(`The list of contacts cannot be read.\n${sentences.join('\n')}`);
    this.wrong = inOrder;
  }
}

/** By which key what a schema says of a contact can be said in another language. */
export function whyOf(issue: z.core.$ZodIssue): Pick<WrongValue, 'why' | 'values'> {
  if (issue.code === 'too_big') return { why: 'too-much' };
  if (issue.code === 'too_small' || issue.code === 'invalid_type') return { why: 'missing' };
  if (issue.code === 'invalid_format') return { why: issue.format === 'email' ? 'email' : 'field.closes' };
  if (issue.code === 'invalid_value') {
    return { why: 'list.one-of', values: { known: issue.values.map(String).join(', ') } };
  }
  const given: unknown = issue.code === 'custom' ? issue.params?.why : undefined;
  return typeof given === 'string' ? { why: given } : {};
}
