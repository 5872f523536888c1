import { z } from 'zod';
import { canonicalEmail } from './find-people.ts';
import { NETWORK_ROLES, ROLES } from './policy.ts';

const membership = z
  .strictObject({ role: z.enum(ROLES), site: z.uuid().nullable() })
  .refine(({ role, site }) => (NETWORK_ROLES as readonly string[]).includes(role) === (site === null), {
    path: ['site'],
    message: 'is named for roles of a site, and for no other',
  });

/** Somebody who is invited: who, in which language the desk speaks to them, and what they may do. */
export const personInput = z.strictObject({
  email: z.email('is not an e-mail address').max(200).transform(canonicalEmail),
  name: z.string().trim().min(1, 'is missing').max(100),
  language: z.enum(['id', 'en']).default('id'),
  memberships: z.array(membership).min(1, 'has at least one role').max(200),
});
export type PersonInput = z.output<typeof personInput>;
