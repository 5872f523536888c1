import { type Draft, findDrafts } from '@warta/posts';
import { DomainError } from '@warta/problems';
import { findSite, MINISTRY_SLUG, type Site } from '@warta/sites';
import { findHeadline, findPlan, type Headline, type HeadlinePlan, type SavedPlan } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskContext } from '../context.ts';

const params = z.object({ id: z.uuid() });

/** A headline as the ministry's desk works on it: its words as they are saved, and how they are to be sent. */
export interface HeadlineAt {
  id: string;
  origin: Site;
  /** Its address at the desk. */
  above: string;
  /** What went out last; undefined for one that is being written. */
  sent: Headline | undefined;
  drafts: Draft[];
  plan: HeadlinePlan;
  /** The version of the plan, which whoever changes it names. */
  planVersion: number;
}

/**
 * The headline that the address names.
 * @throws {DomainError} `not-found`
 */
export async function headlineAt(
  { database: { db } }: Pick<DeskContext, 'database'>,
  request: Pick<FastifyRequest, 'params'>,
): Promise<HeadlineAt> {
  const { success, data } = params.safeParse(request.params);
  const [sent, saved] = success ? await Promise.all([findHeadline(db, data.id), findPlan(db, data.id)]) : [];
  const origin = (sent || saved) && (await findSite(db, sent?.origin ?? MINISTRY_SLUG));
  if (!success || !origin) throw new DomainError('not-found', 'There is no such headline.');
  const { id } = data;
  return {
    ...{ id, origin, sent, above: `/desk/headlines/${id}` },
    drafts: inOrder(await findDrafts(db, origin.id, id, 'headline'), origin.locales),
    plan: planFor(sent, saved),
    planVersion: saved?.version ?? 0,
  };
}

/** The ministry's own languages come first. */
function inOrder(drafts: Draft[], first: readonly string[]): Draft[] {
  const rank = ({ locale }: Draft) => (first.includes(locale) ? first.indexOf(locale) : first.length);
  return drafts.toSorted((a, b) => rank(a) - rank(b));
}

/** A plan made for another version than the one that went out last says nothing about the next one. */
function planFor(sent: Headline | undefined, saved: SavedPlan | undefined): HeadlinePlan {
  if (!sent) return saved?.plan ?? {};
  if (saved?.plan.after === sent.version) return saved.plan;
  const { audience, obligation, pinnedUntil, standsUntil, credit } = sent;
  const now = new Date();
  return {
    ...{ audience, obligation, after: sent.version },
    // What is over already is no plan: the headline keeps what it had.
    ...(pinnedUntil && pinnedUntil > now && { pinnedUntil: pinnedUntil.toISOString() }),
    ...(standsUntil && standsUntil > now && { standsUntil: standsUntil.toISOString() }),
    ...(credit && { credit }),
  };
}
