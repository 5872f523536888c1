import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createToken } from '@warta/accounts';
import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { findSite, MINISTRY_SLUG } from '@warta/sites';
import type { Config } from './config.ts';
import { openMinistry } from './open-ministry.ts';
import { prepareForCrises } from './prepare-for-crises.ts';

const actor: Actor = { name: 'first start', source: 'service' };

export const TOKEN_FILE = 'operator-token';

/**
 * What an empty database needs: the ministry's own site; outside production also the missions and sample
 * posts, and an operator's token in a file. One that has the ministry's site gets only what alerts need, where it
 * is missing.
 */
export async function prepareFirstStart(config: Config, database: Database): Promise<void> {
  if (!(await findSite(database.db, MINISTRY_SLUG))) await fillNetwork(config, database);
  await prepareForCrises(database, actor);
}

async function fillNetwork(config: Config, database: Database): Promise<void> {
  if (config.demo) {
    const { loadDemo } = await import('./demo/load-demo.ts'); // not needed again after this once
    await loadDemo(config, database, actor);
    const { makeDemoAccounts, mayHaveDemoAccounts } = await import('./demo/demo-accounts.ts');
    if (mayHaveDemoAccounts(config)) await makeDemoAccounts(config, database, actor);
  } else await openMinistry(database, actor);
  if (!config.production) await writeOperatorToken(config, database);
}

async function writeOperatorToken(config: Config, { db }: Database): Promise<void> {
  const { secret } = await db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'operator', role: 'operator' }));
  await writeFile(join(config.dataDir, TOKEN_FILE), `${secret}\n`, { mode: 0o600, flag: 'w' });
}
