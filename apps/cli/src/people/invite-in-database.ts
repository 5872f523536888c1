import { invitePerson, type Membership, personInput, type Role } from '@warta/accounts';
import type { Db } from '@warta/database';
import { findSite } from '@warta/sites';
import { CliError } from '../cli-error.ts';
import { withDatabase } from '../database/open-for-command.ts';
import { operator } from '../database/operator.ts';
import { readSettings } from '../settings.ts';

interface Wanted {
  email: string;
  name: string;
  role: string;
  site?: string[] | undefined;
  language: 'id' | 'en';
}

/** Invites somebody straight in the database, as the first operator of an installation has to be. */
export async function inviteInDatabase(wanted: Wanted): Promise<{ url: string; expiresAt: Date }> {
  const settings = readSettings();
  return withDatabase(settings, { mustBeThere: true }, async ({ db }) => {
    const { role, site: slugs, ...person } = wanted;
    const read = personInput.safeParse({
      ...person,
      memberships: await membershipsOf(db, role as Role, slugs),
    });
    if (!read.success) {
      const lines = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      throw new CliError(lines.join('\n'));
    }
    const made = await db.transaction().execute((trx) => invitePerson(trx, operator(), read.data));
    return { url: `${settings.deskUrl}/desk/link/${made.secret}`, expiresAt: made.expiresAt };
  });
}

async function membershipsOf(db: Db, role: Role, slugs: string[] | undefined): Promise<Membership[]> {
  if (!slugs) return [{ role, site: null }];
  return Promise.all(
    slugs.map(async (slug) => {
      const site = await findSite(db, slug);
      if (!site) throw new CliError(`--site: there is no site ${slug}`);
      return { role, site: site.id };
    }),
  );
}
