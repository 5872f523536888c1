import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { siteOf } from '../session.ts';
import type { TextAddress } from './writing-place.ts';

/** The parts of an address such as `/sites/tokyo/posts/{id}/{locale}`. */
export const TEXT = '/sites/:site/posts/:id/:locale';
export const POST = '/sites/:site/posts/:id';

const params = z.object({ id: z.uuid(), locale: z.string().max(20).optional() });

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
  const here = `${above}/${locale}`;
  return {
    ...{ site, post: id, locale, of: 'post', locales: site.locales },
    ...{ here, above, texts: above, next: `${here}/publication`, library: `${own}/media` },
  };
}
