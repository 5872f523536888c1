import { type Draft, findDrafts, textInput } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { z } from 'zod';
import { type ApiContext, siteNamed } from '../context.ts';

export const POSTS = '/sites/:site/posts';
export const POST = `${POSTS}/:id`;
export const TEXT = `${POST}/texts/:locale`;

export const siteParams = z.object({ site: z.string() });
export const postParams = siteParams.extend({ id: z.uuid('is not the id of a post') });
export const textParams = postParams.extend({ locale: textInput.shape.locale });

type PostParams = z.output<typeof postParams>;

/**
 * A post of the site in the address, in all its languages.
 * @throws {DomainError} `not-found`, for another site's as well
 */
export async function postAt(
  context: ApiContext,
  { site: slug, id }: PostParams,
): Promise<{ site: Site; drafts: [Draft, ...Draft[]] }> {
  const site = await siteNamed(context, slug);
  const [first, ...others] = await findDrafts(context.database.db, site.id, id);
  if (!first) throw new DomainError('not-found', 'There is no such post on this site.');
  return { site, drafts: [first, ...others] };
}
