import { type Alert, type AlertVersion, alertInput, areaInput } from '@warta/alerts';
import { z } from 'zod';

/** What the API answers with of alerts. */
const moment = z.string().describe('ISO 8601, UTC');
const number = z.object({
  site: z.string().describe('whose contact it is'),
  label: z.record(z.string(), z.string()),
  kind: z.enum(['phone', 'whatsapp']),
  value: z.string(),
  hours: z.unknown().optional().describe('as in the contacts of a site; absent where nothing is said'),
});

const weight = { severity: z.string(), urgency: z.string(), certainty: z.string() };

const version = z.object({
  version: z.number(),
  kind: z.enum(['alert', 'update', 'cancel']),
  template: z.string(),
  content: z.object({
    area: z.object({
      everywhere: z.boolean().optional(),
      countries: z.array(z.string()).optional(),
      sites: z.array(z.string()).optional(),
    }),
    texts: z.array(
      z.object({ locale: z.string(), heading: z.string(), body: z.string(), instruction: z.string() }),
    ),
    expiry: z.object({ hours: z.number().optional(), at: z.string().optional() }),
    category: z.string(),
    ...weight,
    event: z.record(z.string(), z.string()),
  }),
  site: z.string().nullable().describe('who wrote it; null for the ministry'),
  by: z.string(),
  at: moment,
  release: z
    .object({
      by: z.string(),
      at: moment,
      reason: z.string().nullable().describe('why one person alone released it'),
      confirmedBy: z.string().nullable(),
      confirmedAt: moment.nullable(),
      expiresAt: moment,
      numbers: z.object({ there: z.array(number), home: z.array(number) }),
    })
    .nullable(),
  proof: z
    .object({ sites: z.number(), ms: z.number() })
    .nullable()
    .describe('on how many sites every node saw it, and how long that took from the call'),
});

export const alertAnswer = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(['hazard', 'solemn']),
  practice: z.boolean().describe('it can stand on the practice site alone'),
  state: z.enum(['draft', 'standing', 'cancelled', 'expired', 'discarded']),
  version: z.number().describe('the latest; what If-Match holds'),
  standing: version.nullable().describe('what readers have, or had last'),
  draft: version.nullable().describe('what waits for its release'),
  confirmed: z.boolean().describe('whether two people have released what stands'),
  releasedAt: moment.nullable(),
  updatedAt: moment.nullable(),
  expiresAt: moment.nullable(),
  createdAt: moment,
  sites: z.array(z.string()).describe('where it stands'),
});

export const versionsAnswer = z.array(version);

export const draftBody = alertInput.extend({ practice: z.boolean().default(false) });

export const areaBody = z.strictObject({ area: areaInput });
export const areaAnswer = z.object({
  count: z.number(),
  included: z.array(z.string()),
  excluded: z.array(z.object({ site: z.string(), reason: z.string() })),
});

export const deliveriesAnswer = z.object({
  version: z.number(),
  state: z.string(),
  total: z.number(),
  proven: z.number().describe('sites where every node saw what must be there: the banner, or its absence'),
  pending: z.number(),
  provenInMs: z.number().nullable(),
  items: z.array(
    z.object({
      site: z.string(),
      state: z.enum(['shown', 'gone', 'pending', 'failed']),
      version: z.number().nullable(),
      provenAt: moment.nullable(),
      error: z.string().nullable(),
    }),
  ),
});

export const pinnedAnswer = z.array(
  z.object({ id: z.string(), number: z.number(), title: z.string(), pinnedUntil: moment }),
);

export const linkAnswer = z.object({
  secret: z.string().describe('shown this once'),
  expiresAt: moment,
});

const templateContent = z.object({
  category: z.string(),
  ...weight,
  hours: z.number(),
  texts: z.array(
    z.object({
      ...{ locale: z.string(), event: z.string() },
      ...{ heading: z.string(), body: z.string(), instruction: z.string() },
    }),
  ),
});

export const templateAnswer = z.object({
  code: z.string(),
  kind: z.enum(['hazard', 'solemn']),
  version: z.number(),
  approved: z.number().nullable().describe('the version that may be used'),
  content: templateContent.nullable(),
  waiting: z
    .object({ content: templateContent, by: z.string(), at: moment })
    .nullable()
    .describe('words that nobody else has approved yet'),
});

const inUtc = (at: Date | string) => new Date(at).toISOString();

/** An alert as the API answers with it. */
export function describeAlert({ releasedAt, updatedAt, expiresAt, createdAt, ...alert }: Alert) {
  return {
    ...alert,
    standing: alert.standing && describeVersion(alert.standing),
    draft: alert.draft && describeVersion(alert.draft),
    releasedAt: releasedAt?.toISOString() ?? null,
    updatedAt: updatedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export function describeVersion({ release, person: _, ...written }: AlertVersion) {
  const { confirmedAt } = release ?? {};
  return {
    ...written,
    at: inUtc(written.at),
    release: release && {
      ...release,
      ...{ at: inUtc(release.at), expiresAt: inUtc(release.expiresAt) },
      confirmedAt: confirmedAt ? inUtc(confirmedAt) : null,
    },
  };
}
