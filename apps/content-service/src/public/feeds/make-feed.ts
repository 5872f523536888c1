import { PRACTICE } from '@warta/sites';
import { type FoundFeed, findBodies } from '@warta/timeline';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import type { Feed } from './feed.ts';
import { type FeedForm, feedType } from './feed-address.ts';
import { chooseTexts, type FeedPlace, feedItem } from './feed-item.ts';
import { feedPicture } from './feed-picture.ts';
import { writeAtom } from './write-atom.ts';
import { writeJsonFeed } from './write-json-feed.ts';
import { writeRss } from './write-rss.ts';

const WRITERS: Record<FeedForm, (feed: Feed) => string> = {
  atom: writeAtom,
  rss: writeRss,
  json: writeJsonFeed,
};

interface FeedFacts extends FeedPlace {
  form: FeedForm;
  head: Pick<Feed, 'title' | 'self' | 'home' | 'author'>;
  /** Whose words beside headlines belong to it. */
  wordsOf: string | null;
}

/** Makes a feed of what was found, in the form that was asked for. */
export async function makeFeed(
  { config, database }: PublicContext,
  found: Pick<FoundFeed, 'entries' | 'gone'>,
  { form, head, wordsOf, ...place }: FeedFacts,
): Promise<Pick<Extract<Answer, { kind: 'page' }>, 'body' | 'type' | 'link'>> {
  const chosen = chooseTexts(found.entries, place);
  const bodies = await findBodies(
    database.db,
    wordsOf,
    chosen.map(({ entry, text }) => ({ post: entry.post, text })),
  );
  const entries = chosen.flatMap((each, index) => {
    const body = bodies[index];
    return body ? [{ each, item: feedItem(config, place, each, body) }] : [];
  });
  const pictured = entries.map(async ({ each: { entry, text }, item }) => {
    const picture = entry.cover && (await feedPicture(config, entry.cover, item.url, text.locale));
    return picture ? { ...item, picture } : item;
  });
  // Nobody is told of drills.
  const hub = place.site.kind === PRACTICE ? undefined : config.hub?.url;
  const feed: Feed = {
    ...head,
    language: place.locale,
    hub,
    entries: await Promise.all(pictured),
    gone: found.gone.map(({ post, at }) => ({ id: `urn:uuid:${post}`, at: new Date(at) })),
  };
  return {
    body: WRITERS[form](feed),
    type: `${feedType(form)}; charset=utf-8`,
    ...(hub && { link: `<${hub}>; rel="hub", <${feed.self}>; rel="self"` }),
  };
}
