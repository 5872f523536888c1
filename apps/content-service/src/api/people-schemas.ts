import { personInput, ROLES } from '@warta/accounts';
import { z } from 'zod';

/** What the API takes and answers with of people; roles are those on the site, or of the whole network. */
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

export const invitationBody = personInput.omit({ memberships: true }).extend({ roles });

export const personChange = z
  .strictObject({
    roles: roles.optional().describe('in the place of those there were here; what they are elsewhere stays'),
    disabled: z
      .boolean()
      .optional()
      .describe('true lets somebody go who works elsewhere from now on; false opens the account again'),
    successor: z.uuid().optional().describe('who takes over the drafts of somebody who goes'),
  })
  .refine(({ successor, disabled }) => successor === undefined || disabled === true, {
    path: ['successor'],
    message: 'is named for somebody who goes',
  });
export type PersonChange = z.output<typeof personChange>;

export const linkBody = z.strictObject({ purpose: z.enum(['invitation', 'password', 'second-factor']) });

export const personAnswer = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  language: z.enum(['id', 'en']),
  memberships: z.array(z.object({ role: z.enum(ROLES), site: z.string().nullable() })),
  hasFactor: z.boolean(),
  accepted: z.boolean(),
  disabled: z.boolean(),
});

export const linkAnswer = z.object({
  person: z.string(),
  url: z.string().describe('works once; shown only now'),
  expiresAt: z.string().describe('ISO 8601, UTC'),
  mailed: z.boolean(),
});
