import type { Permission, PersonInput } from '@warta/accounts';
import type { Site } from '@warta/sites';
import { z } from 'zod';
import { rolesFor } from '../../people/roles-for.ts';

/** Where people are looked after: on one site, or for the whole network. */
export interface Place {
  base: string;
  config: { permission: Permission };
}

const list = (value: unknown) => (value === undefined ? [] : [value].flat());

/** An invitation as it is typed: one role, on the site where it is made or for the whole network. */
export function invitation(site: Site | null) {
  return z
    .object({
      email: z.string().trim().toLowerCase().min(1, 'missing').pipe(z.email('email')),
      name: z.string().trim().min(1, 'missing').max(100),
      language: z.enum(['id', 'en']).default('id'),
      role: z.enum(rolesFor(site), 'choose'),
    })
    .transform(
      ({ role, ...person }): PersonInput => ({
        ...person,
        memberships: [{ role, site: site?.id ?? null }],
      }),
    );
}

/** The roles somebody has here from now on. */
export const roleChange = (site: Site | null) =>
  z.object({ role: z.preprocess(list, z.array(z.enum(rolesFor(site)), 'choose').min(1, 'choose')) });

/** Who takes over what somebody who leaves has been working on. */
export const leaving = z.object({
  successor: z.preprocess((value) => value || undefined, z.uuid().optional()),
});
