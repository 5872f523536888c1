import type { Server } from 'node:http';
import { isRightKey, SecretBox } from '@warta/accounts';
import { currentGeneration } from '@warta/changes';
import type { Database, Db } from '@warta/database';
import { loadThemes } from '@warta/rendering';
import { findHiddenSites } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { AlertBoard } from './alerts/board.ts';
import { BoardKeeper } from './alerts/board-keeper.ts';
import type { Door } from './alerts/emergency-app.ts';
import { buildApp } from './app.ts';
import { browserAssets } from './browser-assets.ts';
import type { Config } from './config.ts';
import { openServiceJobs } from './jobs.ts';
import { Front } from './pages/front.ts';
import { LocalLists } from './pages/local-lists.ts';
import { PageCache } from './pages/page-cache.ts';
import { Reconciler } from './reconcile.ts';
import { secretKey } from './secret-key.ts';
import { nodeName, WebNode } from './web-node.ts';
import { startDuties } from './worker-duties.ts';

/** Read while the database opens, which takes longer. */
void browserAssets().catch(() => {}); // whoever awaits it is told what is wrong

const CACHE_BYTES = 256 * 1024 * 1024;
const WRONG_KEY =
  'SECRET_KEY is not the one that second factors were set up with: codes from phones cannot be checked, backup codes can';

const HIDDEN_SITE =
  'this site has the slug of pages of the service, so that nobody reads it: give it a host of its own';

export interface Service {
  app: FastifyInstance;
  /** Where it answers on this machine. */
  origin: string;
  /** Answers what is under way, then lets go of everything but the database. */
  close(): Promise<void>;
}

/**
 * Starts one process on a migrated database: what it does follows from its role. It listens on a port of its own, or
 * answers from now on behind a door that is open already.
 */
export async function startService(config: Config, database: Database, door?: Door): Promise<Service> {
  const { db } = database;
  const servesReaders = config.role !== 'worker';
  const process: { app?: FastifyInstance; isInPlace: boolean } = { isInPlace: false };
  const onError = (error: unknown) => process.app?.log.error({ err: error }, 'work in the background failed');
  const jobs = await openServiceJobs(config, database, onError);
  const generation = await currentGeneration(db);
  const cache = new PageCache(generation, CACHE_BYTES);
  const locals = new LocalLists(generation);
  const board = new AlertBoard();
  const keeper = new BoardKeeper({ database, board, dataDir: config.dataDir, onError });
  const node = new WebNode({ config, database, cache, locals, keeper, onError });
  const front = new Front();
  const box = new SecretBox(await secretKey(config));
  const listening = () => loopback(door?.server ?? process.app?.server);
  const reconciler = new Reconciler({
    database,
    node: () => nodeName(listening()),
    see: servesReaders ? (views) => node.see(views) : undefined,
    compares: config.role !== 'web',
  });
  const app = await buildApp({
    ...{ config, database, cache, locals, board, front, reconciler, box },
    themes: loadThemes(config.themesDir),
    mail: jobs.mail,
    catchUp: () => node.catchUp(),
    isInPlace: () => process.isInPlace,
    mayBeKept: () => node.mayBeKept,
  });
  process.app = app;
  await tellWhatIsWrong(app, db, box);
  if (servesReaders) await keeper.start();
  if (door) await answerBehind(door, app, front);
  else await app.listen({ host: config.host, port: config.port });
  const origin = listening();
  if (servesReaders) await node.join(origin);
  const stopDuties = config.role === 'web' ? undefined : await startDuties(config, database, jobs, onError);
  const reconciling = reconciler.start(onError);
  process.isInPlace = true;

  return {
    app,
    origin,
    async close() {
      process.isInPlace = false;
      await reconciling.stop(); // it reads pages, which the service must still answer
      await door?.close();
      await app.close();
      await node.stop();
      await stopDuties?.();
      await jobs.stop();
    },
  };
}

/** Says what keeps something from working and can be put right by whoever runs the service. */
async function tellWhatIsWrong(app: FastifyInstance, db: Db, box: SecretBox): Promise<void> {
  if (!(await isRightKey(db, box))) app.log.error(WRONG_KEY);
  for (const slug of await findHiddenSites(db)) app.log.error({ site: slug }, HIDDEN_SITE);
}

async function answerBehind(door: Door, app: FastifyInstance, front: Front): Promise<void> {
  await app.ready();
  door.hand(front.before(app.routing));
}

function loopback(server: Server | undefined): string {
  const address = server?.address() ?? null;
  if (address === null || typeof address === 'string')
    throw new Error('the service does not listen on a port');
  const any = address.address === '0.0.0.0' || address.address === '::';
  const host = any ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
