import { clockAt, momentAt } from '@warta/languages';
import { type Draft, type DraftInput, draftInput } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import type { Sent } from '../frame/forms.ts';
import { KIND_FIELDS } from './kind-fields.ts';
import type { TextAddress } from './writing-place.ts';

/** A text as its form sends it: every field a string, whatever it stands for. */
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
  const kind = one(sent.kind) || 'article';
  const parsed = draftInput.safeParse({
    locale,
    kind,
    title: one(sent.title),
    summary: one(sent.summary),
    body: one(sent.body),
    slug: one(sent.slug) || null,
    category: one(sent.category) || null,
    tags: tagsIn(sent),
    cover: one(sent.cover) || null,
    date: dateIn(sent, site.timezone),
    details: KIND_FIELDS[kind as DraftInput['kind']]?.read(sent, site, momentAt) ?? {},
  });
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
  const { kind, title, summary, body, slug, category, tags, cover, date, details, revision } = draft;
  return {
    ...{ kind, title, summary, body, slug: slug ?? '', category: category ?? '', cover: cover ?? '' },
    tags: tags.join(', '),
    date: date ? clockAt(new Date(date), timezone) : '',
    _base: String(revision),
    ...KIND_FIELDS[kind].show(details, (date) => clockAt(date, timezone)),
  };
}

/** Tags that were ticked, and those typed between commas. */
export function tagsIn(sent: Sent): string[] {
  const typed = one(sent.tags).split(/[,،、，;]/);
  return [...[sent.tag ?? []].flat(), ...typed].map((tag) => tag.trim()).filter(Boolean);
}

/** What is no time on the clock goes on as it was typed, to be refused with the other fields. */
function dateIn(sent: Sent, timezone: string): string | null {
  const typed = one(sent.date);
  return typed ? (momentAt(typed, timezone)?.toISOString() ?? typed) : null;
}

function sourceIn(sent: Sent): DraftForm['source'] {
  const locale = one(sent['_source-locale']);
  const revision = number(sent['_source-revision']);
  return locale && revision ? { locale, revision } : undefined;
}

export const one = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';

function number(value: string | string[] | undefined): number | null {
  const read = Number.parseInt(one(value), 10);
  return Number.isSafeInteger(read) && read > 0 ? read : null;
}
