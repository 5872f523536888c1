import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { deskLanguage, deskWords, wordsForError } from './words.ts';

/** What is wrong, by field, in the person's language; `form` for what concerns no single field. */
export type Errors = Record<string, string>;

/** What was sent, as it was sent, to be shown again. */
export type Sent = Record<string, string | string[] | undefined>;

/**
 * Reads a form by its schema.
 * @throws {DomainError} `invalid`, with every field that is not right
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> {
  const { _csrf, ...sent } = (request.body ?? {}) as Record<string, unknown>;
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
    why: issue.message,
  }));
  throw new DomainError('invalid', 'Some fields are not right.', errors);
}

/**
 * Carries out what a form asks for; where something is not right, draws the form again with what was typed and
 * what is wrong beside each field.
 */
export async function answerForm(
  request: FastifyRequest,
  reply: FastifyReply,
  act: () => Promise<FastifyReply>,
  again: (errors: Errors, sent: Sent) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError) || (error.code !== 'invalid' && error.code !== 'conflict'))
      throw error;
    reply.code(422);
    return again(errorsIn(request, error), sentIn(request));
  }
}

/** The errors of a refusal by field, in the words of whoever asked. */
export function errorsIn(request: FastifyRequest, error: DomainError): Errors {
  const t = deskWords(deskLanguage(request));
  if (error.errors.length === 0) return { form: error.message };
  return Object.fromEntries(error.errors.map((each) => [each.field, wordsForError(t, each)]));
}

/** The fields as they were typed. */
export function sentIn(request: FastifyRequest): Sent {
  return (request.body ?? {}) as Sent;
}
