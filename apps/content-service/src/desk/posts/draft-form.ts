import { contentOf, type Draft, type DraftInput, draftInput } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import type { Sent } from '../frame/forms.ts';
import { contentIn, fieldsOf, one } from './form-fields.ts';
import type { TextAddress } from './writing-place.ts';

/** A text as its form sends it: what was typed, upon which state, and from where it was translated. */
export interface DraftForm {
  input: DraftInput;
  base: number | null;
  source: { locale: string; revision: number } | undefined;
}

/**
 * Reads the form of a text.
 * @throws {DomainError} `invalid`, naming the fields as the form does
 */
export function readDraftForm(request: FastifyRequest, { site, locale }: TextAddress): DraftForm {
  const sent = (request.body ?? {}) as Sent;
  const parsed = draftInput.safeParse({ locale, ...contentIn(sent, site) });
  if (!parsed.success) {
    throw new DomainError(
      'invalid',
      'Some fields are not right.',
      parsed.error.issues.map(({ path, message }) => {
        const field = String(path[0]);
        return { field, message, ...(field === 'date' && { why: 'moment' }) };
      }),
    );
  }
  return { input: parsed.data, base: number(sent._base), source: sourceIn(sent) };
}

/** What the form shows of a text that was saved. */
export function formOf(draft: Draft, timezone: string): Sent {
  return { ...fieldsOf(contentOf(draft), timezone), _base: String(draft.revision) };
}

function sourceIn(sent: Sent): DraftForm['source'] {
  const locale = one(sent['_source-locale']);
  const revision = number(sent['_source-revision']);
  return locale && revision ? { locale, revision } : undefined;
}

function number(value: string | string[] | undefined): number | null {
  const read = Number.parseInt(one(value), 10);
  return Number.isSafeInteger(read) && read > 0 ? read : null;
}
