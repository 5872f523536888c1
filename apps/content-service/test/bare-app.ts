import { SecretBox } from '@warta/accounts';
import { currentGeneration } from '@warta/changes';
import type { Database } from '@warta/database';
import { loadThemes } from '@warta/rendering';
import { AlertBoard } from '../src/alerts/board.ts';
import { buildApp } from '../src/app.ts';
import type { Config } from '../src/config.ts';
import { LocalLists } from '../src/pages/local-lists.ts';
import { PageCache } from '../src/pages/page-cache.ts';
import { Reconciler } from '../src/reconcile.ts';
import { HOST } from './ask.ts';

const themes = loadThemes(`${import.meta.dirname}/../../../themes`);

/**
 * A node that has just begun, and does nothing by itself but learn of the sites there are: what it asks the database
 * then, it asks for a page.
 */
export async function bareApp(config: Config, database: Database) {
  const generation = await currentGeneration(database.db);
  const cache = new PageCache(generation, 1e8);
  const locals = new LocalLists(generation);
  const app = await buildApp({
    ...{ config, database, cache, locals, themes, board: new AlertBoard() },
    mail: { mailIsOn: false, sendMail: async () => 'off' as const },
    reconciler: new Reconciler({ database, node: () => 'test', compares: false }),
    box: new SecretBox(Buffer.alloc(32)),
  });
  await app.ready();
  while (!locals.directory.get('all')) await new Promise((resolve) => setImmediate(resolve));
  const read = async (url: string) => {
    const { statusCode, body } = await app.inject({ url, headers: { host: HOST } });
    return { status: statusCode, body };
  };
  return { app, cache, read };
}
