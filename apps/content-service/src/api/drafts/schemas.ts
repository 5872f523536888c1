import { LIST_STATES, POST_KINDS } from '@warta/posts';
import { z } from 'zod';
import { problem } from '../schemas.ts';

/** What the API answers with of posts that are being worked on. */
const moment = z.string().describe('ISO 8601, UTC');
const textState = z.enum(['draft', 'in-review', 'changes-asked', 'published']);

const typed = z.object({
  kind: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string().describe('Markdown'),
  slug: z.string().nullable(),
  category: z.string().nullable(),
  tags: z.array(z.string()),
  cover: z.string().nullable(),
  date: z.string().nullable().describe('what readers see as its date; null means when it was published'),
  details: z.record(z.string(), z.unknown()),
});
const content = typed.extend({ kind: z.enum(POST_KINDS) });

export const linesAnswer = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(POST_KINDS),
      state: z.enum(LIST_STATES),
      publishAt: moment,
      changedAt: moment,
      owner: z.string().nullable(),
      texts: z.array(
        z.object({ locale: z.string(), title: z.string(), state: textState, standing: z.boolean() }),
      ),
    }),
  ),
  more: z.boolean().describe('whether there is a next page'),
});

export const textAnswer = z.object({
  id: z.string(),
  locale: z.string(),
  revision: z.number().describe('the newest; what If-Match holds'),
  state: textState,
  savedAt: moment,
  savedBy: z.string(),
  source: z
    .object({ locale: z.string(), revision: z.number() })
    .nullable()
    .describe('what it was translated from'),
  standing: z
    .object({ revision: z.number(), url: z.string() })
    .nullable()
    .describe('what readers have, or will have from the post’s `publishAt` on'),
  next: z
    .object({ revision: z.number(), from: moment })
    .nullable()
    .describe('what takes its place, and when'),
  content: content.describe('as it can be changed and sent back'),
});

export const postAnswer = z.object({
  id: z.string(),
  state: z.enum(['draft', 'scheduled', 'live', 'withdrawn', 'binned']),
  publishAt: moment.nullable().describe('null while it was never published'),
  texts: z.array(textAnswer),
});

export const savedAnswer = z.object({
  id: z.string(),
  locale: z.string(),
  revision: z.number(),
  changed: z.boolean().describe('false where the same was saved already'),
});

export const movedAnswer = z.object({
  id: z.string(),
  locale: z.string(),
  revision: z.number(),
  state: z.enum(['in-review', 'changes-asked']),
});

export const publishedAnswer = z.object({
  id: z.string(),
  locale: z.string(),
  slug: z.string(),
  url: z.string(),
  publishAt: moment,
});

const revisionLine = z.object({ n: z.number(), title: z.string(), savedAt: moment, savedBy: z.string() });
export const revisionLines = z.array(revisionLine);
export const revisionAnswer = revisionLine.extend({ content });

export const notesAnswer = z.array(
  z.object({
    id: z.string(),
    author: z.string(),
    note: z.string(),
    createdAt: moment,
    settledAt: moment.nullable(),
  }),
);

export const findingsAnswer = z.array(
  z.object({
    code: z.string(),
    stops: z.boolean().describe('whether it has to be mended before publishing'),
    field: z.enum(['title', 'summary', 'body', 'cover']),
    about: z.string().optional(),
  }),
);

export const keptAnswer = z.object({ savedAt: moment });

export const autosaveAnswer = keptAnswer.extend({
  revision: z.number().nullable().describe('what it was typed upon; null for a new text'),
  content: typed.describe('as it was typed, whether it is right or not'),
});

export const shareAnswer = z.object({
  url: z.string(),
  whatsapp: z.string(),
  instagram: z.string(),
  x: z.string(),
  facebook: z.string(),
});

export const previewAnswer = z.object({ url: z.string(), expiresAt: moment });

/** Somebody else has saved since: what stands now comes with the refusal. */
export const stale = { 412: problem.extend({ theirs: textAnswer.optional() }) };
