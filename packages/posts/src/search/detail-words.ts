import type { PostKind } from '@warta/database';
import { sameLanguage } from '@warta/languages';
import { readDetails } from '../kinds/details.ts';

/** What a post says besides its text in a language: where an event is, what is said of pictures. Plain text. */
export function detailWords(kind: PostKind | 'headline', details: object, locale: string): string {
  const post = { kind, details };
  const place = readDetails('event', post)?.place;
  const pictures = readDetails('gallery', post)?.pictures ?? [];
  const captions = pictures.flatMap(({ caption = {} }) =>
    Object.entries(caption)
      .filter(([language]) => sameLanguage(language, locale))
      .map(([, words]) => words),
  );
  return [place?.name, place?.address, ...captions].filter(Boolean).join(' · ');
}
