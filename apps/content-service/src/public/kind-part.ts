import { translator } from '@warta/languages';
import { pictureSources } from '@warta/media';
import { readDetails, readVideoLink } from '@warta/posts';
import type { GalleryPicture, KindPart } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { Cover, PostFound } from '@warta/timeline';
import { deadlineOf, whenOf } from './kind-lines.ts';
import { wordsFor } from './tongue.ts';

type Found = Extract<PostFound, { kind: 'post' }>;

/** The page a part is made for; `href` is its address without a question mark. */
export interface PartPlace {
  site: Site;
  /** The language of the page's own words, and that of the text. */
  locale: string;
  textLocale: string;
  href: string;
  play: boolean;
}

/** What the kind of a post adds to its page; undefined where it adds nothing, or its details are not whole. */
export function kindPart(found: Found, place: PartPlace): KindPart | undefined {
  const makers = { event, opportunity, gallery, video, poster };
  const { kind } = found.entry;
  return kind in makers ? makers[kind as keyof typeof makers](found, place) : undefined;
}

function event({ entry }: Found, { site, locale, href }: PartPlace): KindPart | undefined {
  const details = readDetails('event', entry);
  if (!details) return undefined;
  const { place: where, online } = details;
  return {
    kind: 'event',
    when: whenOf(details, locale, site.timezone),
    ...(where && {
      place: {
        name: where.name,
        ...(where.address && { address: where.address }),
        ...(where.link && { link: where.link }),
      },
    }),
    ...(online && { online }),
    calendar: `${href}.ics`,
  };
}

function opportunity({ entry }: Found, { site, locale }: PartPlace): KindPart | undefined {
  const details = readDetails('opportunity', entry);
  return (
    details && {
      kind: 'opportunity',
      type: translator(locale)(`opportunity.${details.type}`),
      deadline: deadlineOf(details, entry.asOf, locale, site.timezone),
      ...(details.link && { link: details.link }),
    }
  );
}

function gallery({ entry, pictures }: Found, place: PartPlace): KindPart | undefined {
  const shown = (readDetails('gallery', entry)?.pictures ?? []).flatMap(({ media, caption }) => {
    const row = pictures.get(media);
    return row ? [galleryPicture(row, caption ?? {}, place)] : [];
  });
  return shown.length > 0 ? { kind: 'gallery', pictures: shown } : undefined;
}

function galleryPicture(row: Cover, caption: Record<string, string>, place: PartPlace): GalleryPicture {
  const words = wordsFor(caption, place.textLocale, place.site.locales);
  return {
    picture: pictureSources(row, place.textLocale),
    full: largest(row),
    ...(words && { caption: words.text }),
    ...(words?.tongue && { captionTongue: words.tongue }),
  };
}

function video({ entry, pictures }: Found, place: PartPlace): KindPart | undefined {
  const details = readDetails('video', entry);
  const link = details && readVideoLink(details.link);
  if (!link) return undefined;
  const row = (details.poster && pictures.get(details.poster)) || entry.cover;
  return {
    kind: 'video',
    host: link.host,
    watch: link.watch,
    play: `${place.href}?video`,
    ...(row && { poster: pictureSources(row, place.textLocale) }),
    ...(place.play && { frame: link.frame }),
  };
}

function poster({ entry: { cover } }: Found, { textLocale }: PartPlace): KindPart | undefined {
  return cover
    ? { kind: 'poster', picture: pictureSources(cover, textLocale), full: largest(cover) }
    : undefined;
}

/** The address of a picture's largest JPEG. */
export const largest = ({ id, widths, width }: Cover) =>
  `/media/${id}/${Math.max(...widths, 0) || width}.jpg`;
