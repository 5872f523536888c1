import { readCatalogues, type Translate, translatorOver } from '@warta/languages';
import type { FieldError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';

const LANGUAGES = ['id', 'en'] as const;
export type DeskLanguage = (typeof LANGUAGES)[number];

/** What the desk says, in Indonesian and English. */
export const DESK_CATALOGUES = readCatalogues(new URL('../words/', import.meta.url));
export const deskWords: (language: string) => Translate = translatorOver(DESK_CATALOGUES);

/** The person's own language; before signing in, the one the browser prefers of the two. */
export function deskLanguage(request: FastifyRequest): DeskLanguage {
  if (request.caller) return request.caller.language;
  const asked = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(asked) ? 'en' : 'id';
}

/** What is wrong with a field, in the words of a language where the desk has some for it. */
export function wordsForError(t: Translate, { why, values, message }: FieldError): string {
  if (why === undefined) return message;
  const key = `wrong.${why}`;
  const words = t(key, values);
  return words === key ? message : words;
}
