import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { findMissionHeadline, type MissionHeadline } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskContext } from '../context.ts';
import { siteOf } from '../session.ts';

/** The parts of an address such as `/sites/tokyo/headlines/{id}/{locale}`. */
export const HEADLINES = '/sites/:site/headlines';
export const HEADLINE = `${HEADLINES}/:id`;
/** Words of a mission in one language; apart from other addresses below a headline by what a language tag looks like. */
export const WORDS = `${HEADLINE}/in/:locale`;

const params = z.object({ id: z.uuid(), locale: z.string().max(35).optional() });

export interface HeadlineAddress {
  site: Site;
  headline: MissionHeadline;
  /** The address of its page at the desk. */
  here: string;
}

/** @throws {DomainError} `not-found` for what was not sent to this site, or is still to come */
export async function headlineAt(
  { database: { db } }: DeskContext,
  request: FastifyRequest,
): Promise<HeadlineAddress> {
  const site = siteOf(request);
  const read = params.safeParse(request.params);
  const headline = read.success ? await findMissionHeadline(db, site.id, read.data.id) : undefined;
  if (!headline) throw new DomainError('not-found', 'There is no such headline for this site.');
  return { site, headline, here: `/desk/sites/${site.slug}/headlines/${headline.id}` };
}

/** @throws {DomainError} `not-found`, also for a language that the site does not write in */
export async function wordsAt(
  context: DeskContext,
  request: FastifyRequest,
): Promise<HeadlineAddress & { locale: string }> {
  const found = await headlineAt(context, request);
  const { locale = '' } = request.params as { locale?: string };
  if (found.site.locales.includes(locale)) return { ...found, locale };
  throw new DomainError('not-found', `This site does not write in ${locale}.`);
}
