import { z } from 'zod';

/** What can be looked for, by the nouns of the actions that belong to it. */
export const NOUNS = {
  'sign-ins': ['session'],
  rights: ['person', 'token'],
  posts: ['post', 'draft'],
  headlines: ['headline', 'overlay', 'network'],
  media: ['media'],
  settings: ['site'],
  others: ['mail', 'hub', 'audit'],
} as const;
export type Kind = keyof typeof NOUNS;
export const KINDS = Object.keys(NOUNS) as Kind[];

const word = z
  .string()
  .trim()
  .max(200)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);
const day = z.iso.date().optional().catch(undefined);

/** What an address asks for; what makes no sense is as good as not asked. */
export const filters = z.object({
  kind: z.enum(KINDS).optional().catch(undefined),
  who: word,
  site: word,
  from: day,
  until: day,
  after: z.uuid().optional().catch(undefined),
});
export type Filters = z.output<typeof filters>;
