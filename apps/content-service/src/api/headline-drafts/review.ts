import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { reviewOf, type Stop } from '../../desk/headlines/compose/review-model.ts';
import { headlineAt } from '../../desk/headlines/headline-at.ts';
import { type ApiContext, problems, typed } from '../context.ts';
import { HEADLINE, headlineParams as params } from './address.ts';
import { describeSent } from './describe-headline.ts';
import { reviewAnswer } from './schemas.ts';

type Review = Awaited<ReturnType<typeof reviewOf>>;
type Answer = z.output<typeof reviewAnswer>;

const STOPS: Record<Stop['why'], Answer['stops'][number]> = {
  words: { field: 'languages', message: 'none has both a title and a text' },
  audience: { field: 'audience', message: 'is missing in the plan, or reaches nobody' },
  sending: { field: 'plan', message: 'holds something that cannot be sent' },
  passed: { field: 'publishAt', message: 'has passed' },
  'pin-passed': { field: 'pinnedUntil', message: 'has passed' },
};

/** The last look before a headline goes, or its correction. */
export function reviewRoutes(app: FastifyInstance, context: ApiContext): void {
  typed(app).get(
    `${HEADLINE}/review`,
    {
      config: { permission: 'deliveries:read' },
      schema: {
        tags: ['headlines'],
        summary: 'Whom a headline will reach, in which languages, when, and what is still to be mended',
        params,
        response: { 200: reviewAnswer, ...problems },
      },
    },
    async (request): Promise<Answer> => {
      const headline = await headlineAt(context, request);
      const review = await reviewOf(context, request, headline, 'en');
      const ready = review.texts.filter(({ isReady }) => isReady);
      return {
        sent: describeSent(headline),
        planVersion: headline.planVersion,
        languages: Object.fromEntries(ready.map(({ draft }) => [draft.locale, draft.revision])),
        texts: review.texts.map(describeReviewed),
        ...whomOf(review),
        appears: { ...review.times, first: momentOf(review.times.first), last: momentOf(review.times.last) },
        stops: review.stops.map(({ why }) => STOPS[why]),
        needsColleague: review.isOwn,
      };
    },
  );
}

function describeReviewed({ draft, isReady, changes, isNew, findings }: Review['texts'][number]) {
  const { locale, revision, title } = draft;
  const changed = changes.map(({ field }) => field);
  return { locale, revision, title, ready: isReady, changed, isNew, findings };
}

const slugs = (missions: readonly { slug: string }[]) => missions.map(({ slug }) => slug).sort();

function whomOf({ reach, shown, missing }: Review): Pick<Answer, 'audience' | 'shown' | 'missing'> {
  const excluded = reach.missed.map(({ slug, reason }) => ({ site: slug, reason }));
  return {
    audience: { count: reach.reached.length, included: slugs(reach.reached), excluded },
    shown: shown.map(({ locale, missions, withoutOwn }) => {
      return { locale, sites: slugs(missions), withoutOwn: slugs(withoutOwn) };
    }),
    missing: missing.map(({ locale, missions }) => ({ locale, sites: missions })),
  };
}

const momentOf = (moment: Review['times']['first']) =>
  moment ? { at: moment.at.toISOString(), site: moment.mission.slug } : null;
