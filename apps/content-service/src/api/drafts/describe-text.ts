import { contentOf, type Draft } from '@warta/posts';
import type { Site } from '@warta/sites';
import type { z } from 'zod';
import type { Config } from '../../config.ts';
import { postUrl } from '../../public/links.ts';
import type { postAnswer, textAnswer } from './schemas.ts';

/** One language of a post as the API tells it. */
export function describeText(config: Config, site: Site, draft: Draft): z.output<typeof textAnswer> {
  const { post, locale, revision, state, savedAt, savedBy, nextRevision, nextFrom } = draft;
  const { standing, standingSlug: slug, sourceLocale, sourceRevision } = draft;
  return {
    ...{ id: post, locale, revision, state, savedBy },
    savedAt: savedAt.toISOString(),
    source: sourceLocale && sourceRevision ? { locale: sourceLocale, revision: sourceRevision } : null,
    standing: standing && slug ? { revision: standing, url: postUrl(config, site, { locale, slug }) } : null,
    next: nextRevision && nextFrom ? { revision: nextRevision, from: nextFrom.toISOString() } : null,
    content: contentOf(draft),
  };
}

/** A post with all its languages. */
export function describePost(
  config: Config,
  site: Site,
  drafts: readonly [Draft, ...Draft[]],
): z.output<typeof postAnswer> {
  const [{ post, postState, publishAt }] = drafts;
  return {
    id: post,
    state: stateOf(drafts[0]),
    publishAt: postState === 'draft' ? null : publishAt.toISOString(),
    texts: drafts.map((draft) => describeText(config, site, draft)),
  };
}

function stateOf({ binnedAt, postState, publishAt }: Draft) {
  if (binnedAt) return 'binned';
  return postState === 'live' && publishAt > new Date() ? 'scheduled' : postState;
}
