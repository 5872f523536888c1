import { translator } from '@warta/languages';
import { findWideFeed } from '@warta/timeline';
import type { Answer } from '../../pages/answer.ts';
import type { PublicContext } from '../context.ts';
import type { SiteFound } from '../finders.ts';
import { portalUrl } from '../links.ts';
import { type WideFeedAddress, wideFeedUrl } from './feed-address.ts';
import { makeFeed } from './make-feed.ts';

/** The ministry's headlines, or the newest posts of all sites, each where it comes from. */
export async function answerWideFeed(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  address: WideFeedAddress,
): Promise<Answer> {
  const { config, database } = context;
  const { of, locale, form } = address;
  const { sites, freshForMs, ...found } = await findWideFeed(
    database.db,
    of === 'headlines' ? ministry.id : undefined,
  );
  const t = translator(locale);
  const name = t('ministry.name');
  const made = await makeFeed(context, found, {
    site: ministry,
    locale,
    form,
    standsOn: ({ origin }) => origin,
    wordsOf: null,
    head: {
      title: of === 'network' ? t('feed.network') : t('feed.title', { name }),
      self: wideFeedUrl(config, address),
      home: portalUrl(config, locale),
      author: name,
    },
  });
  // A site that is new is in no list of tags yet, and says that it is there.
  const tags = ['directory', ...sites.map((site) => `site:${site}`)];
  return { kind: 'page', ...made, readings: [{ tags, readAt }], freshForMs };
}
