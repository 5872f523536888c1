import { directionOf, sameLanguage } from '@warta/languages';
import { type MediaItem, pictureSources, wordsIn } from '@warta/media';
import type { BodyPictures } from '@warta/rendering';

/** The library's pictures as a text in this language shows them; documents are only linked to. */
export function bodyPictures(items: ReadonlyMap<string, MediaItem>, locale: string): BodyPictures {
  const pictures = [...items.values()].filter(({ kind }) => kind === 'picture');
  return new Map(pictures.map((item) => [item.id, bodyPicture(item, locale)]));
}

function bodyPicture(item: MediaItem, locale: string) {
  const { sources, src, width, height } = pictureSources(item, locale);
  const caption = wordsFor(item.caption, locale);
  return {
    ...{ sources, src, width, height },
    alt: wordsFor(item.alt, locale) ?? { text: '' },
    ...(caption && { caption }),
    ...(item.credit && { credit: item.credit }),
  };
}

function wordsFor(words: MediaItem['alt'], locale: string) {
  const best = wordsIn(words, locale);
  if (!best || sameLanguage(best.lang, locale)) return best && { text: best.text };
  return { text: best.text, tongue: { lang: best.lang, dir: directionOf(best.lang) } };
}
