import { checkText, type Draft, type Finding, mayApprove } from '@warta/posts';
import { type Headline, resendingInput } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../../plugins/policy.ts';
import type { DeskContext } from '../../context.ts';
import type { DeskLanguage } from '../../frame/words.ts';
import { compareWords, type FieldChange } from '../../posts/compare.ts';
import type { HeadlineAt } from '../headline-at.ts';
import { picksOf } from './audience-picks.ts';
import { type Reach, reachOf } from './reach.ts';
import { timesOf } from './sending-times.ts';
import { missingLanguages, shownLanguages } from './shown-languages.ts';

/** One language as it is looked at before it goes. */
export interface ReviewedText {
  draft: Draft;
  findings: Finding[];
  /** Whether it can go: it has a title and a text. */
  isReady: boolean;
  /** What differs from what readers have, or had before a recall. */
  changes: FieldChange[];
  /** In a correction: a language that readers have not had. */
  isNew: boolean;
}

/** All there is to look at before a headline goes, or its correction. */
export async function reviewOf(
  context: Pick<DeskContext, 'database'>,
  request: FastifyRequest,
  headline: HeadlineAt,
  lang: DeskLanguage,
) {
  const { db } = context.database;
  const { drafts, sent, origin, plan } = headline;
  const texts = await Promise.all(
    drafts.map(async (draft): Promise<ReviewedText> => {
      const findings = await checkText(db, draft, 'headline');
      const isReady = !findings.some(({ stops }) => stops);
      return { draft, findings, isReady, ...changesOf(draft, sent) };
    }),
  );
  const own = await Promise.all(
    drafts.map(async (draft) => origin.fourEyes && !(await mayApprove(db, actorOf(request), draft))),
  );
  const reach = await reachOf(context, lang, picksOf(plan.audience));
  const locales = texts.filter(({ isReady }) => isReady).map(({ draft }) => draft.locale);
  return {
    texts,
    reach,
    shown: shownLanguages(locales, reach.reached),
    missing: missingLanguages(locales, reach.reached),
    times: timesOf(plan, reach.reached),
    stops: stopsOf(headline, reach, locales),
    isOwn: own.some(Boolean),
  };
}

/** Why a headline cannot go yet, with the step where that is mended. */
export interface Stop {
  why: 'words' | 'audience' | 'sending' | 'passed' | 'pin-passed';
  step: 'texts' | 'audience' | 'sending';
}

function stopsOf({ plan, sent }: HeadlineAt, reach: Reach, locales: string[]): Stop[] {
  const stops: Stop[] = [];
  if (locales.length === 0) stops.push({ why: 'words', step: 'texts' });
  if (reach.trouble) stops.push({ why: 'audience', step: 'audience' });
  const { success } = resendingInput.omit({ audience: true }).safeParse(sendingPart(plan));
  if (!success) stops.push({ why: 'sending', step: 'sending' });
  const passed = (name: string) => plan[name] !== undefined && !(new Date(String(plan[name])) > new Date());
  if (!sent && passed('publishAt')) stops.push({ why: 'passed', step: 'sending' });
  if (passed('pinnedUntil')) stops.push({ why: 'pin-passed', step: 'sending' });
  return stops;
}

/** What sending takes of a plan. */
export function sendingPart(plan: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(plan).filter(([name]) => name in resendingInput.shape && name !== 'audience');
  return Object.fromEntries(known);
}

function changesOf(draft: Draft, sent: Headline | undefined): Pick<ReviewedText, 'changes' | 'isNew'> {
  const before = sent?.translations.find(({ locale }) => locale === draft.locale);
  if (!before) return { changes: [], isNew: sent !== undefined };
  const changes = (['title', 'summary', 'body'] as const)
    .filter((field) => before[field] !== draft[field])
    .map((field) => ({ field, pieces: compareWords(before[field], draft[field], draft.locale) }));
  return { changes, isNew: false };
}
