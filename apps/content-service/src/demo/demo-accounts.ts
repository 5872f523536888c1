import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  invitePerson,
  type Membership,
  ROLES,
  type Role,
  SITE_ROLES,
  setPasswordByLink,
} from '@warta/accounts';
import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { findSite } from '@warta/sites';
import type { Config } from '../config.ts';

export const ACCOUNTS_FILE = 'demo-accounts';
const SITES = ['tokyo', 'cairo'];
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Whether accounts for trying things out may be made: nobody else can reach the service. */
export const mayHaveDemoAccounts = (config: Config) =>
  config.demo && !config.production && LOOPBACK.includes(config.host);

/** One account for each role, their sign-in lines in a file that only its owner can read. */
export async function makeDemoAccounts(config: Config, { db }: Database, actor: Actor): Promise<void> {
  const found = await Promise.all(SITES.map((slug) => findSite(db, slug)));
  const sites = found.flatMap((site) => site?.id ?? []);
  const lines = await Promise.all(
    ROLES.map(async (role) => {
      const email = `${role}@demo.invalid`;
      const password = randomBytes(12).toString('base64url');
      const memberships = membershipsOf(role, sites);
      const { secret } = await db
        .transaction()
        .execute((trx) =>
          invitePerson(trx, actor, { email, name: nameOf(role), language: 'en', memberships }),
        );
      await setPasswordByLink(db, actor.source, secret, password);
      return `${email.padEnd(32)}${password}`;
    }),
  );
  const text = [`Sign in at ${config.deskUrl}/desk`, '', ...lines, ''].join('\n');
  await writeFile(join(config.dataDir, ACCOUNTS_FILE), text, { mode: 0o600 });
}

function membershipsOf(role: Role, sites: readonly string[]): Membership[] {
  const isOnSite = (SITE_ROLES as readonly string[]).includes(role);
  return isOnSite ? sites.map((site) => ({ role, site })) : [{ role, site: null }];
}

const nameOf = (role: Role) => `Demo ${role.replaceAll('-', ' ')}`;
