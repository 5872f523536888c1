import { audienceRule, OBLIGATIONS, resendingInput } from '@warta/sync';
import { z } from 'zod';
import { findingsAnswer, textAnswer } from '../drafts/schemas.ts';
import { audiencePreview, problem } from '../schemas.ts';

/** What the API takes and answers of headlines that are being written. */
const moment = z.string().describe('ISO 8601, UTC');

export const begunAnswer = z.object({ id: z.string() });

export const linesAnswer = z.array(
  z.object({
    id: z.string(),
    texts: z.array(z.object({ locale: z.string(), title: z.string() })),
    changedAt: moment,
    changedBy: z.string(),
    credit: z.string().nullable().describe('the mission it is owed to'),
  }),
);

/** The whole plan; what is left out is not decided yet. */
export const planInput = resendingInput.omit({ note: true }).partial({ audience: true });

export const planAnswer = z.object({
  audience: audienceRule.optional(),
  obligation: z.enum(OBLIGATIONS).optional().describe('recommended where it is left out'),
  pinnedUntil: moment.optional(),
  publishAt: moment.optional(),
  waveAt: z.string().optional().describe('a time on the clock of each mission'),
  standsUntil: moment.optional(),
  acknowledgeWithin: z.number().optional().describe('office hours'),
  internalNote: z.string().optional().describe('for missions alone'),
  credit: z.string().optional().describe('the mission it is owed to'),
});

export const draftAnswer = z.object({
  id: z.string(),
  sent: z
    .object({ version: z.number(), state: z.enum(['live', 'scheduled', 'recalled']) })
    .nullable()
    .describe('what went out last; null where nothing did'),
  plan: planAnswer,
  planVersion: z.number().describe('what If-Match holds when the plan is changed; 0 where none was kept'),
  texts: z.array(textAnswer),
});

const appearance = z.object({ at: moment, site: z.string() }).nullable();

export const reviewAnswer = z.object({
  sent: draftAnswer.shape.sent,
  planVersion: z.number(),
  languages: z
    .record(z.string(), z.number())
    .describe('the languages that can go, each with its revision: what sending takes'),
  texts: z.array(
    z.object({
      locale: z.string(),
      revision: z.number(),
      title: z.string(),
      ready: z.boolean(),
      changed: z.array(z.string()).describe('against what went out last'),
      isNew: z.boolean().describe('a language that went out never before'),
      findings: findingsAnswer,
    }),
  ),
  audience: audiencePreview,
  shown: z
    .array(z.object({ locale: z.string(), sites: z.array(z.string()), withoutOwn: z.array(z.string()) }))
    .describe('which missions show which language; `withoutOwn` write in none of the headline’s'),
  missing: z
    .array(z.object({ locale: z.string(), sites: z.number() }))
    .describe('languages that would serve missions besides, the most wanted first'),
  appears: z.object({ kind: z.enum(['now', 'at', 'wave']), first: appearance, last: appearance }),
  stops: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .describe('why it cannot go yet; empty where it can'),
  needsColleague: z
    .boolean()
    .describe('these are the caller’s own words, and the ministry asks for four eyes'),
});

/** What was looked at, all of it: whoever has changed something since is not passed over. */
export const sendingBody = z.strictObject({
  plan: z.number().int().nonnegative().describe('the version of the plan'),
  languages: z
    .record(z.string().max(35), z.number().int().positive())
    .describe('those that go, each with its revision: {"id": 2, "en": 1}'),
});
export const correctionBody = sendingBody.extend({ note: resendingInput.shape.note });

/** The plan, or a text, has changed since: what stands now comes with the refusal. */
export const stale = {
  412: problem.extend({ theirs: textAnswer.optional() }),
};
