import { PURPOSES } from '@warta/sites';
import { OBLIGATIONS } from '@warta/sync';
import { z } from 'zod';

const moment = z.date();

export const missionHeadlinesAnswer = z.object({
  headlines: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      version: z.number().describe('the version that stands'),
      kind: z.enum(['publication', 'correction', 'recall', 'restoration']),
      obligation: z.enum(OBLIGATIONS),
      publishAt: moment,
      since: moment.describe('since when this version stands'),
      note: z.string().nullable(),
      internalNote: z.string().nullable().describe('from the ministry to missions alone'),
      seenAt: moment.nullable().describe('when somebody of the site first opened this version at the desk'),
      dueAt: moment.nullable().describe('until when the site is to acknowledge this version'),
      acknowledgedAt: moment.nullable(),
      acknowledgedBy: z.string().nullable(),
      overdue: z.boolean(),
      pinnedUntil: moment.nullable().describe('by the ministry'),
      texts: z.array(z.object({ locale: z.string(), title: z.string() })),
      taken: z.boolean(),
      hidden: z.boolean(),
      ownPinUntil: moment.nullable().describe('by the site itself'),
      said: z.array(z.string()).describe('the languages in which the site has added something'),
      outdated: z.boolean().describe('whether the headline was corrected since and the site has to look'),
      shown: z.boolean(),
    }),
  ),
  more: z.boolean(),
});

const words = z.object({
  locale: z.string(),
  intro: z.string(),
  note: z.string(),
  translation: z.object({ title: z.string(), summary: z.string(), body: z.string() }).nullable(),
  madeFor: z.number().describe('the version of the headline that it fits'),
});

const choices = {
  taken: z.boolean(),
  hidden: z.boolean(),
  cover: z.string().nullable(),
  pinnedUntil: z.string().nullable(),
  contact: z.enum(PURPOSES).nullable(),
};

export const overlayAnswer = z.object({
  version: z.number(),
  ...choices,
  texts: z.array(
    words.extend({ outdated: z.boolean().describe('whether the official words have changed since') }),
  ),
});

export const overlayVersions = z.array(
  z.object({
    version: z.number(),
    content: z.object({ ...choices, texts: z.array(words) }),
    at: moment,
    by: z.string(),
  }),
);
