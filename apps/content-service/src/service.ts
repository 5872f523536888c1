import type { Server } from 'node:http';
import { hostname } from 'node:os';
import { isRightKey, SecretBox } from '@warta/accounts';
import { warnOfDueAlert } from '@warta/alerts';
import {
  beat,
  type ChangeListener,
  currentGeneration,
  joinNodes,
  leaveNodes,
  leaveOthers,
  listenForChanges,
} from '@warta/changes';
import type { Database } from '@warta/database';
import { loadThemes } from '@warta/rendering';
import { findHiddenSites } from '@warta/sites';
import { openNodeDeliveries } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { AlertBoard } from './alerts/board.ts';
import { BoardKeeper } from './alerts/board-keeper.ts';
import type { Door } from './alerts/emergency-app.ts';
import { buildApp } from './app.ts';
import { browserAssets } from './browser-assets.ts';
import { tellAcknowledgments } from './colleagues/tell-acknowledgments.ts';
import { tellAlertEnds } from './colleagues/tell-alert-ends.ts';
import { tellWhatIsNear } from './colleagues/tell-what-is-near.ts';
import type { Config } from './config.ts';
import { every, startDueWork } from './due.ts';
import { openServiceJobs } from './jobs.ts';
import { Acted } from './outside-cache/acted.ts';
import { Front } from './pages/front.ts';
import { LocalLists } from './pages/local-lists.ts';
import { PageCache } from './pages/page-cache.ts';
import { recodeInIdleTime } from './pages/recode-in-idle-time.ts';
import { Probe } from './probe/probe.ts';
import { Reconciler } from './reconcile.ts';
import { startSearchUpkeep } from './search-upkeep.ts';
import { secretKey } from './secret-key.ts';

/** Read while the database opens, which takes longer. */
void browserAssets().catch(() => {}); // whoever awaits it is told what is wrong

const CACHE_BYTES = 256 * 1024 * 1024;
const BEAT_MS = 5000;
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
  const generation = await currentGeneration(db);
  const cache = new PageCache(generation, CACHE_BYTES);
  const locals = new LocalLists(generation);
  const node: {
    listener?: ChangeListener;
    app?: FastifyInstance;
    probe?: Probe;
    acted?: Acted;
    isInPlace?: boolean;
  } = {};
  const isInPlace = () => node.isInPlace ?? false;
  const onError = (error: unknown) => node.app?.log.error({ err: error }, 'work in the background failed');
  const jobs = await openServiceJobs(config, database, onError);
  const board = new AlertBoard();
  const keeper = new BoardKeeper({ database, board, dataDir: config.dataDir, onError });
  const catchUp = async () => {
    await node.listener?.poll();
    await keeper.settled();
  };
  const themes = loadThemes(config.themesDir);
  const listening = () => loopback(door?.server ?? node.app?.server);
  const reconciler = new Reconciler({
    database,
    node: () => `${hostname()}:${new URL(listening()).port}`,
    see: config.role === 'worker' ? undefined : async (views) => node.probe?.see(views) ?? [],
    compares: config.role !== 'web',
  });
  const mayBeKept = () => node.acted?.mayBeKept ?? false;
  const front = new Front();
  const kept = {
    themes,
    cache,
    locals,
    board,
    front,
    reconciler,
    box: new SecretBox(await secretKey(config)),
  };
  const app = await buildApp({
    config,
    database,
    ...kept,
    catchUp,
    isInPlace,
    mail: jobs.mail,
    mayBeKept,
  });
  node.app = app;
  if (!(await isRightKey(db, kept.box))) app.log.error(WRONG_KEY);
  for (const slug of await findHiddenSites(db)) app.log.error({ site: slug }, HIDDEN_SITE);
  if (config.role !== 'worker') await keeper.start();
  if (door) await answerBehind(door, app, front);
  else await app.listen({ host: config.host, port: config.port });
  const origin = listening();
  const stops: (() => Promise<void>)[] = [];

  if (config.role !== 'worker') {
    const name = `${hostname()}:${new URL(origin).port}`;
    await joinNodes(db, name, config.outsideCache && cache.heard);
    await openNodeDeliveries(db, name);
    if (database.kind === 'embedded') await leaveOthers(db, name);
    const probe = new Probe({
      database,
      node: name,
      origin,
      publicHost: new URL(config.publicUrl).host,
      async ready() {
        if (cache.heard < (await currentGeneration(db))) await catchUp();
        else await keeper.settled();
      },
      onError,
    });
    node.probe = probe;
    const settled = () => keeper.settled();
    if (config.outsideCache) {
      node.acted = new Acted({ database, node: name, heard: () => cache.heard, settled, onError });
    }
    node.listener = await listenForChanges({
      database,
      heard: () => cache.heard,
      onChanges: (changes) => {
        locals.hear(changes);
        cache.hear(changes);
        keeper.hear(changes);
        probe.wake();
        node.acted?.note();
      },
      onError,
    });
    const heart = every(BEAT_MS, onError, async () => {
      await beat(db, name);
      node.acted?.note();
    });
    stops.push(recodeInIdleTime(cache, onError).stop);
    await node.listener.poll(); // what has changed while this node was not yet known to the others
    probe.wake();
    stops.push(
      heart.stop,
      () => node.listener?.stop() ?? Promise.resolve(),
      () => probe.stop(),
      () => keeper.stop(),
      async () => node.acted?.stop(),
      () => leaveNodes(db, name),
    );
  }
  if (config.role !== 'web') {
    const remind = async () => {
      await tellWhatIsNear(db, config, jobs.mail);
      await tellAcknowledgments(db, config, jobs.mail);
      while (
        await warnOfDueAlert(db, (trx, alert) => tellAlertEnds({ config, mail: jobs.mail }, trx, alert))
      );
    };
    stops.push(startDueWork(database, config, onError, remind).stop);
    stops.push(startSearchUpkeep(database, onError).stop);
    await jobs.work();
  }
  const reconciling = reconciler.start(onError);
  stops.push(jobs.stop);
  node.isInPlace = true;

  return {
    app,
    origin,
    async close() {
      node.isInPlace = false;
      await reconciling.stop(); // it reads pages, which the service must still answer
      await door?.close();
      await app.close();
      for (const stop of stops) await stop();
    },
  };
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
