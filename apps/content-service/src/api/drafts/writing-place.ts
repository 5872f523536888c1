import type { Permission } from '@warta/accounts';
import { type Draft, type DraftInput, type DraftOf, findDraft } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { z } from 'zod';
import type { ApiContext } from '../context.ts';
import type { headlineParams, headlineTextParams } from '../headline-drafts/address.ts';

/** What an address of a post or a headline names; only a post's names a site. */
interface Named {
  id: string;
  site?: string;
}

/** What differs between writing a site's posts and the ministry's headlines: addresses, permissions, languages. */
export interface WritingPlace {
  of: DraftOf;
  tag: string;
  read: Permission;
  write: Permission;
  /** The address of a post or headline, and that of one of its languages, as routes name them. */
  above: string;
  text: string;
  params: typeof headlineParams;
  textParams: typeof headlineTextParams;
  /** @throws {DomainError} `not-found` for what nothing can be written at */
  siteOf: (context: ApiContext, named: Named) => Promise<Site>;
  /** @throws {DomainError} `not-found` where nothing was written yet */
  expect: (context: ApiContext, named: Named) => Promise<unknown>;
  /** @throws {DomainError} `invalid` for what is not written there, naming `locale` or `kind` */
  refuseOther: (context: ApiContext, site: Site, input: Pick<DraftInput, 'locale' | 'kind'>) => Promise<void>;
}

/**
 * One language of a post or headline.
 * @throws {DomainError} `not-found`, for another site's as well
 */
export async function textAt(
  context: ApiContext,
  place: WritingPlace,
  params: z.output<WritingPlace['textParams']>,
): Promise<{ site: Site; draft: Draft }> {
  const site = await place.siteOf(context, params);
  const draft = await findDraft(context.database.db, site.id, params.id, params.locale, place.of);
  if (!draft) throw new DomainError('not-found', 'There is no such text on this site.');
  return { site, draft };
}
