import type { momentAt } from '@warta/languages';
import type { DraftInput } from '@warta/posts';
import type { Site } from '@warta/sites';
import type { Sent } from '../frame/forms.ts';
import { plainFields, wordFields, wordsIn } from '../frame/rows.ts';

type Kind = DraftInput['kind'];
type Details = Record<string, unknown>;

/** The fields of a form that a kind has besides the common ones, both ways. */
interface KindFields {
  read: (sent: Sent, site: Site, moment: typeof momentAt) => Details;
  show: (details: Details, clock: (date: Date) => string) => Sent;
}

const none: KindFields = { read: () => ({}), show: () => ({}) };

const text = (sent: Sent, name: string): string | undefined =>
  [sent[name] ?? ''].flat()[0]?.trim() || undefined;
const given = (details: Record<string, unknown>): Details =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
const shown = (value: unknown) => (typeof value === 'string' ? value : '');
const clockOf = (value: unknown, clock: (date: Date) => string) => {
  const date = new Date(shown(value));
  return Number.isNaN(date.getTime()) ? '' : clock(date);
};

/** A time that cannot be read is kept as it was typed: publishing names it, and nothing is lost. */
function momentIn(sent: Sent, name: string, site: Site, moment: typeof momentAt): string | undefined {
  const typed = text(sent, name);
  return typed && (moment(typed, site.timezone)?.toISOString() ?? typed);
}

const event: KindFields = {
  read: (sent, site, moment) =>
    given({
      start: momentIn(sent, 'start', site, moment),
      end: momentIn(sent, 'end', site, moment),
      allDay: text(sent, 'all-day') === 'on' || undefined,
      cancelled: text(sent, 'cancelled') === 'on' || undefined,
      place: placeIn(sent),
      online: text(sent, 'online'),
    }),
  show: ({ start, end, allDay, cancelled, place, online }, clock) => {
    const where = (place ?? {}) as Details;
    return {
      start: clockOf(start, clock),
      end: clockOf(end, clock),
      'all-day': allDay ? 'on' : '',
      cancelled: cancelled ? 'on' : '',
      'place-name': shown(where.name),
      'place-address': shown(where.address),
      'place-link': shown(where.link),
      online: shown(online),
    };
  },
};

function placeIn(sent: Sent): Details | undefined {
  const place = given({
    name: text(sent, 'place-name'),
    address: text(sent, 'place-address'),
    link: text(sent, 'place-link'),
  });
  return Object.keys(place).length > 0 ? place : undefined;
}

const opportunity: KindFields = {
  read: (sent, site, moment) =>
    given({
      type: text(sent, 'type'),
      until: momentIn(sent, 'until', site, moment),
      link: text(sent, 'link'),
    }),
  show: ({ type, until, link }, clock) => ({
    type: shown(type),
    until: clockOf(until, clock),
    link: shown(link),
  }),
};

const gallery: KindFields = {
  read: (sent) => {
    const fields = plainFields(sent);
    const pictures = [sent.picture ?? []]
      .flat()
      .filter(Boolean)
      .map((media) => {
        const caption = wordsIn(fields, captionOf(media));
        return { media, ...(Object.keys(caption).length > 0 && { caption }) };
      });
    return pictures.length > 0 ? { pictures } : {};
  },
  show: ({ pictures }) => {
    const all = Array.isArray(pictures) ? (pictures as GalleryPicture[]) : [];
    const captions = all.map(({ media, caption = {} }) => wordFields(captionOf(media), caption));
    return Object.assign({ picture: all.map(({ media }) => media) }, ...captions);
  },
};

interface GalleryPicture {
  media: string;
  caption?: Record<string, string>;
}

/** What the fields of a picture's captions begin with; a language follows. */
const captionOf = (media: string) => `caption.${media}`;

const video: KindFields = {
  read: (sent) => given({ link: text(sent, 'link'), poster: text(sent, 'poster') }),
  show: ({ link, poster }) => ({ link: shown(link), poster: shown(poster) }),
};

const page: KindFields = {
  read: (sent) => {
    const order = Number.parseInt(text(sent, 'order') ?? '', 10);
    return Number.isNaN(order) ? {} : { order };
  },
  show: ({ order }) => ({ order: typeof order === 'number' ? String(order) : '' }),
};

export const KIND_FIELDS: Record<Kind, KindFields> = {
  article: none,
  event,
  notice: none,
  opportunity,
  gallery,
  video,
  poster: none,
  page,
};
