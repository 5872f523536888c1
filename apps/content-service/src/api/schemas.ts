import { POST_KINDS } from '@warta/posts';
import { MISSION_KINDS, PRACTICE, REGIONS, STATUSES } from '@warta/sites';
import { audienceRule, OBLIGATIONS } from '@warta/sync';
import { z } from 'zod';

/** What the API answers with; requests are described by the schemas of their nouns. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string().optional().describe('what was wrong, from a closed list'),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })),
});

const words = z.record(z.string(), z.string());
const moment = z.string().describe('ISO 8601, UTC');

export const siteAnswer = z.object({
  slug: z.string(),
  url: z.string(),
  kind: z.enum(['ministry', ...MISSION_KINDS, PRACTICE]),
  name: words,
  fullName: words,
  city: z.string(),
  country: z.string(),
  accreditedTo: z.array(z.string()),
  region: z.enum(REGIONS).nullable(),
  timezone: z.string(),
  locales: z.array(z.string()),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  host: z.string().nullable(),
  theme: z.string(),
  accent: z.string(),
  status: z.enum(STATUSES),
  statusNote: words,
  servedBy: z.array(z.string()),
  version: z.number(),
});

export const timelineEntry = z.object({
  id: z.string(),
  url: z.string(),
  locale: z.string(),
  title: z.string(),
  summary: z.string(),
  translatedBy: z
    .string()
    .nullable()
    .describe(
      'the site whose own translation it is; null for the official text of a headline, and for posts',
    ),
  kind: z.enum([...POST_KINDS, 'headline']),
  details: z.record(z.string(), z.unknown()).describe('when an event is, until when an opportunity is open'),
  publishedAt: moment,
  category: z.string().nullable(),
  tags: z.array(z.string()),
  origin: z.string(),
  headline: z.object({ number: z.number(), version: z.number(), pinned: z.boolean() }).nullable(),
});

export const timelineAnswer = z.object({
  site: z.string(),
  locale: z.string(),
  page: z.number(),
  pinned: z.array(timelineEntry),
  headlines: z.array(timelineEntry),
  posts: z.array(timelineEntry),
  older: z.boolean().describe('whether there is a next page'),
});

export const postAnswer = z.object({
  id: z.string(),
  locale: z.string(),
  slug: z.string(),
  url: z.string(),
  publishAt: moment,
});

export const savedHeadline = z.object({
  id: z.string(),
  version: z.number(),
  url: z.string(),
  audience: z.object({ count: z.number() }),
});

export const headlineAnswer = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number(),
  standingVersion: z.number(),
  state: z.enum(['live', 'scheduled', 'recalled']),
  origin: z.string(),
  audience: audienceRule,
  obligation: z.enum(OBLIGATIONS),
  publishAt: moment,
  pinnedUntil: moment.nullable(),
  standsUntil: moment.nullable().describe('missions that come to its audience later do not get it'),
  waveAt: z
    .string()
    .nullable()
    .describe('the time on the clock of each mission; null for one moment for all'),
  credit: z.string().nullable().describe('the mission it is owed to'),
  translations: z.array(
    z.object({
      locale: z.string(),
      slug: z.string().nullable(),
      title: z.string(),
      summary: z.string(),
      body: z.string(),
      url: z.string().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number(),
      kind: z.enum(['publication', 'correction', 'recall', 'restoration']),
      note: z.string().nullable(),
      reason: z.string().nullable().describe('why it was recalled; only with a token'),
      notice: words.nullable(),
      at: moment,
      liveFrom: moment,
      by: z.string().nullable().describe('only with a token'),
      internalNote: z.string().nullable().describe('for missions; only with a token'),
      acknowledgeWithin: z.number().nullable().describe('office hours; only with a token'),
    }),
  ),
});

export const deliveriesAnswer = z.object({
  version: z.number().describe('the version that must be seen; a recall is one as well'),
  state: z.enum(['live', 'scheduled', 'recalled']),
  total: z.number(),
  live: z
    .number()
    .describe('missions where every node was seen to show what must stand: the version, or its absence'),
  pending: z.number(),
  waiting: z.number().describe('missions on whose own clock its moment is still to come'),
  provenInMs: z
    .number()
    .nullable()
    .describe('until every mission was seen, and the cache outside purged; null until then'),
  outsideCache: z
    .object({
      state: z.enum(['purged', 'pending', 'failed']),
      purgedAt: moment.nullable(),
      tookMs: z.number().nullable(),
      error: z.string().nullable(),
      nextTryAt: moment.nullable(),
    })
    .nullable()
    .describe('whether the cache outside has dropped what it kept from before; null where there is none'),
  items: z.array(
    z.object({
      site: z.string(),
      state: z.enum(['live', 'pending', 'failed', 'scheduled', 'recalled', 'offered', 'hidden', 'withdrawn']),
      version: z.number().nullable(),
      provenAt: moment.nullable(),
      error: z.string().nullable(),
    }),
  ),
});

export const audiencePreview = z.object({
  count: z.number(),
  included: z.array(z.string()),
  excluded: z.array(z.object({ site: z.string(), reason: z.string() })),
});

export const tokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  revokedAt: moment.nullable(),
});
