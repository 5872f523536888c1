import { isoInZone } from '@warta/languages';
import { readDetails } from '@warta/posts';
import { type Html, jsonLd } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { EntryText, PostFound } from '@warta/timeline';
import type { Event, NewsArticle, WithContext } from 'schema-dts';
import type { Config } from '../config.ts';
import { postUrl } from './links.ts';
import { organisation } from './organisation-data.ts';

type Found = Extract<PostFound, { kind: 'post' }>;
const CONTEXT = 'https://schema.org' as const;

/** A text as an article or an event (schema.org); of the ministry's texts the ministry's own page is the one meant. */
export function postData(config: Config, site: Site, found: Found, text: EntryText): Html {
  return jsonLd(eventData(config, site, found, text) ?? articleData(config, site, found, text));
}

function articleData(config: Config, site: Site, found: Found, text: EntryText): WithContext<NewsArticle> {
  const { entry, official, corrected } = found;
  const home = official && !text.mission ? entry.origin : site;
  const saved = new Date(Math.max(Date.parse(text.savedAt), entry.publishAt.getTime()));
  return {
    '@context': CONTEXT,
    '@type': 'NewsArticle',
    headline: text.title,
    ...(text.summary && { description: text.summary }),
    inLanguage: text.locale,
    url: postUrl(config, home, text),
    datePublished: entry.publishAt.toISOString(),
    dateModified: saved.toISOString(),
    ...(corrected?.note && { correction: corrected.note }),
    ...imageOf(config, found),
    publisher: organisation(config, home, text.locale),
  };
}

function eventData(
  config: Config,
  site: Site,
  found: Found,
  text: EntryText,
): WithContext<Event> | undefined {
  const details = found.entry.kind === 'event' ? readDetails('event', found.entry) : undefined;
  if (!details) return undefined;
  const { place, online, start, end, allDay } = details;
  const moment = (at: string) => {
    const local = isoInZone(new Date(at), site.timezone);
    return allDay ? local.slice(0, 'yyyy-mm-dd'.length) : local;
  };
  const locations = [
    ...(place
      ? [{ '@type': 'Place' as const, name: place.name, ...(place.address && { address: place.address }) }]
      : []),
    ...(online ? [{ '@type': 'VirtualLocation' as const, url: online }] : []),
  ];
  return {
    '@context': CONTEXT,
    '@type': 'Event',
    name: text.title,
    ...(text.summary && { description: text.summary }),
    inLanguage: text.locale,
    url: postUrl(config, site, text),
    startDate: moment(start),
    ...(details.cancelled && { eventStatus: 'https://schema.org/EventCancelled' as const }),
    ...(end && { endDate: moment(end) }),
    ...(locations.length > 0 && { location: locations }),
    ...imageOf(config, found),
    organizer: organisation(config, site, text.locale),
  };
}

function imageOf(config: Config, { entry: { cover } }: Found) {
  if (!cover) return {};
  return {
    image: `${config.publicUrl}/media/${cover.id}/${Math.max(...cover.widths, 0) || cover.width}.jpg`,
  };
}
