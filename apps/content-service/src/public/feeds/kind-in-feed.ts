import { directionOf, translator } from '@warta/languages';
import { wordsIn } from '@warta/media';
import { readDetails, readVideoLink } from '@warta/posts';
import { escapeHtml } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { Cover, FoundBody } from '@warta/timeline';
import { largest } from '../kind-part.ts';
import { wordsFor } from '../tongue.ts';

interface Place {
  site: Site;
  locale: string;
  textLocale: string;
  /** Where the pictures' addresses are. */
  origin: string;
}

/** What a gallery shows and where a video is, as HTML for below the text; nothing for other kinds. */
export function kindInFeed(
  kind: string,
  { details, pictures }: Pick<FoundBody, 'details' | 'pictures'>,
  place: Place,
): string {
  const gallery = readDetails('gallery', { kind, details });
  const shown = gallery?.pictures.map(({ media, caption = {} }) => {
    const picture = pictures.find(({ id }) => id === media);
    return picture ? figure(picture, caption, place) : '';
  });
  return `${shown?.join('') ?? ''}${watch(kind, details, place)}`;
}

function figure(picture: Cover, caption: Record<string, string>, place: Place): string {
  const { site, textLocale, origin } = place;
  const alt = wordsIn(picture.alt, textLocale)?.text ?? '';
  const words = wordsFor(caption, textLocale, site.locales);
  const { lang = textLocale, dir = directionOf(textLocale) } = words?.tongue ?? {};
  const said = words
    ? `<figcaption lang="${escapeHtml(lang)}" dir="${dir}">${escapeHtml(words.text)}</figcaption>`
    : '';
  return `<figure><img src="${origin}${largest(picture)}" alt="${escapeHtml(alt)}">${said}</figure>`;
}

function watch(kind: string, details: object, { locale }: Place): string {
  const video = readDetails('video', { kind, details });
  const link = video && readVideoLink(video.link);
  if (!link) return '';
  const words = translator(locale)('video.watch', { host: link.host });
  return `<p><a href="${escapeHtml(link.watch)}">${escapeHtml(words)}</a></p>`;
}
