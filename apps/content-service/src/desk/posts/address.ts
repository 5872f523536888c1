import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { siteOf } from '../session.ts';

/** The parts of an address such as `/sites/tokyo/posts/{id}/{locale}`. */
export const TEXT = '/sites/:site/posts/:id/:locale';
export const POST = '/sites/:site/posts/:id';

const params = z.object({ id: z.uuid(), locale: z.string().max(20).optional() });

export interface TextAddress {
  site: Site;
  post: string;
  locale: string;
  /** The address of the text's pages at the desk. */
  here: string;
  /** That of its post. */
  above: string;
  /** That of the site's pictures. */
  library: string;
}

/** @throws {DomainError} `not-found` for what cannot be an address of a text of this site */
export function textAddress(request: FastifyRequest): TextAddress {
  const site = siteOf(request);
  const read = params.safeParse(request.params);
  if (!read.success) throw new DomainError('not-found', 'There is no such post.');
  const { id, locale = site.locales[0] ?? 'id' } = read.data;
  if (!site.locales.includes(locale))
    throw new DomainError('not-found', `This site does not write in ${locale}.`);
  const own = `/desk/sites/${site.slug}`;
  const above = `${own}/posts/${id}`;
  return { site, post: id, locale, here: `${above}/${locale}`, above, library: `${own}/media` };
}
