import { MEDIA_LIMITS, type MediaChange, type MediaItem, mediaChange } from '@warta/media';
import { DomainError, type FieldError } from '@warta/problems';
import { MINISTRY_SLUG, type Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import type { Sent } from '../frame/forms.ts';

type Words = MediaItem['alt'];
const PERCENT = 100;
/** The longest text that is taken for a field, by the first part of its name. */
const LONGEST: Record<string, number> = { alt: 1000, caption: 1000, credit: 200, licence: 200, title: 200 };

/** What a form holds, each field once. */
export function fieldsOf({ body }: FastifyRequest): Record<string, string> {
  const sent = Object.entries((body ?? {}) as Sent);
  return Object.fromEntries(sent.map(([name, value]) => [name, [value].flat()[0] ?? '']));
}

/** The words for each language of the site as the form has them; those in other languages stay. */
export function wordsSent(sent: Record<string, string>, start: string, site: Site, before: Words): Words {
  const given = site.locales.map((locale) => [locale, sent[`${start}.${locale}`] ?? before[locale] ?? '']);
  return { ...before, ...Object.fromEntries(given) };
}

/**
 * What the form of one picture or document asks for.
 * @throws {DomainError} `invalid`, by the names the fields have in the form
 */
export function changeSent(sent: Record<string, string>, site: Site, item: MediaItem): MediaChange {
  const isPicture = item.kind === 'picture';
  const focus = { x: percent(sent.focusX, item.focusX), y: percent(sent.focusY, item.focusY) };
  return judged({
    ...(isPicture && { alt: wordsSent(sent, 'alt', site, item.alt), focus }),
    ...(!isPicture && { title: sent.title ?? item.title, language: sent.language || item.language }),
    caption: wordsSent(sent, 'caption', site, item.caption),
    credit: sent.credit ?? item.credit,
    licence: sent.licence ?? item.licence,
    ...(site.slug === MINISTRY_SLUG && { shared: sent.shared === 'yes' }),
  });
}

/**
 * A change as the package has it; `start` stands before the names of its fields in the form.
 * @throws {DomainError} `invalid`
 */
export function judged(change: object, start = ''): MediaChange {
  const parsed = mediaChange.safeParse(change);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }): FieldError => {
    const field = start + path.join('.').replace(/^focus\.(x|y)$/, (_, axis) => `focus${axis.toUpperCase()}`);
    const most = LONGEST[String(path[0])];
    if (most === undefined) return { field, message, why: 'media.not-right' };
    return { field, message, why: 'media.too-long', values: { most } };
  });
  throw new DomainError('invalid', 'Some fields are not right.', errors);
}

/** The version a form was made from; one that is none is never the one that stands. */
export const versionSent = (version: string | undefined) => Number(version ?? 0) || 0;

/** From 0 to 100 in the form, a share in the library; nothing that is typed is silently something else. */
function percent(typed: string | undefined, before: number): number {
  return typed === undefined || typed.trim() === '' ? before : Number(typed) / PERCENT;
}

/** Licences that people know by name, to pick from or to write another. */
export const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0'];

/** Whether the press gets a large JPEG of it. */
export const isForPress = ({ kind, largeWidth }: MediaItem) => kind === 'picture' && largeWidth !== null;

/** The smallest rendition that is sharp on a desk page. */
export function smallFile({ widths }: MediaItem): string {
  const width = widths.find((each) => each >= MEDIA_LIMITS.smallestWidth * 4) ?? widths.at(-1) ?? 0;
  return `${width}.jpg`;
}
