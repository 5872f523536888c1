import type { Db } from '@warta/database';
import { contentAt, type Draft, findRevision, type ShareChannel, shareTexts } from '@warta/posts';
import type { Site } from '@warta/sites';
import type { Config } from '../config.ts';
import { postUrl } from '../public/links.ts';

export interface WordsToShare {
  url: string;
  texts: Record<ShareChannel, string>;
}

/**
 * The address of a text that readers have, or are to have, and texts to pass on with it: in the words that stand,
 * whatever is being worked on. Undefined where nothing stands.
 */
export async function wordsToShare(
  db: Db,
  config: Config,
  site: Site,
  draft: Draft,
): Promise<WordsToShare | undefined> {
  const { post, locale, standing, standingSlug: slug } = draft;
  if (!standing || !slug) return undefined;
  const revision = await findRevision(db, post, locale, standing);
  const { title, summary, tags } = revision ? contentAt(draft, revision) : draft;
  const url = postUrl(config, site, { locale, slug });
  return { url, texts: await shareTexts({ title, summary, url, tags }) };
}
