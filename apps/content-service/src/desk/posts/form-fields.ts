import { clockAt, momentAt } from '@warta/languages';
import type { DraftContent } from '@warta/posts';
import type { Site } from '@warta/sites';
import type { Sent } from '../frame/forms.ts';
import { KIND_FIELDS } from './kind-fields.ts';

/** A text as the fields of its form, every one a string whatever it stands for. */
export function fieldsOf(content: DraftContent, timezone: string): Sent {
  const { kind, title, summary, body, slug, category, tags, cover, date, details } = content;
  return {
    ...{ kind, title, summary, body, slug: slug ?? '', category: category ?? '', cover: cover ?? '' },
    tags: tags.join(', '),
    date: date ? clockAt(new Date(date), timezone) : '',
    ...KIND_FIELDS[kind].show(details, (moment) => clockAt(moment, timezone)),
  };
}

/** The text that the fields of a form hold, whether it is right or not. */
export function contentIn(sent: Sent, site: Site) {
  const kind = one(sent.kind) || 'article';
  return {
    kind,
    title: one(sent.title),
    summary: one(sent.summary),
    body: one(sent.body),
    slug: one(sent.slug) || null,
    category: one(sent.category) || null,
    tags: tagsIn(sent),
    cover: one(sent.cover) || null,
    date: dateIn(sent, site.timezone),
    details: KIND_FIELDS[kind as DraftContent['kind']]?.read(sent, site, momentAt) ?? {},
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

export const one = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? '';
