import type { z } from 'zod';
import type { Config } from '../../config.ts';
import type { HeadlineAt } from '../../desk/headlines/headline-at.ts';
import { describeText } from '../drafts/describe-text.ts';
import { type draftAnswer, planAnswer } from './schemas.ts';

/** What went out last of a headline, as short as programs need it. */
export const describeSent = ({ sent }: HeadlineAt) =>
  sent ? { version: sent.version, state: sent.state } : null;

/** A plan as it can be changed and sent back: a part of it that cannot be read is left out. */
export function describePlan({ plan }: Pick<HeadlineAt, 'plan'>): z.output<typeof planAnswer> {
  const readable = Object.entries(planAnswer.shape).filter(
    ([name, part]) => plan[name] !== undefined && part.safeParse(plan[name]).success,
  );
  return Object.fromEntries(readable.map(([name]) => [name, plan[name]]));
}

/** A headline as it is being written. */
export function describeHeadline(config: Config, headline: HeadlineAt): z.output<typeof draftAnswer> {
  const { id, origin, drafts, planVersion } = headline;
  return {
    id,
    sent: describeSent(headline),
    plan: describePlan(headline),
    planVersion,
    texts: drafts.map((draft) => describeText(config, origin, draft)),
  };
}
