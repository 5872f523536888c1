import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRightKey, SecretBox } from '@warta/accounts';
import { warnOfDueAlert } from '@warta/alerts';
import {
  beat,
  type ChangeListener,
  currentGeneration,
  EVERYTHING,
  joinNodes,
  leaveNodes,
  leaveOthers,
  listenForChanges,
} from '@warta/changes';
import type { Database } from '@warta/database';
import { loadThemes } from '@warta/rendering';
import { openNodeDeliveries } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { browserAssets } from './browser-assets.ts';
import { tellAcknowledgments } from './colleagues/tell-acknowledgments.ts';
import { tellAlertEnds } from './colleagues/tell-alert-ends.ts';
import { tellWhatIsNear } from './colleagues/tell-what-is-near.ts';
import type { Config } from './config.ts';
import { every, startDueWork } from './due.ts';
import { openServiceJobs } from './jobs.ts';
import { LocalLists } from './pages/local-lists.ts';
import { PageCache } from './pages/page-cache.ts';
import { Probe } from './probe/probe.ts';
import { Reconciler } from './reconcile.ts';
import { secretKey } from './secret-key.ts';

/** Read while the database opens, which takes longer. */
void browserAssets().catch(() => {}); // whoever awaits it is told what is wrong

const THEMES = join(import.meta.dirname, '../../../themes');
const CACHE_BYTES = 256 * 1024 * 1024;
const BEAT_MS = 5000;
const WRONG_KEY =
  'SECRET_KEY is not the one that second factors were set up with: codes from phones cannot be checked, backup codes can';

export interface Service {
  app: FastifyInstance;
  /** Where it answers on this machine. */
  origin: string;
  /** Answers what is under way, then lets go of everything but the database. */
  close(): Promise<void>;
}

/** Starts one process on a migrated database: what it does follows from its role. */
export async function startService(config: Config, database: Database): Promise<Service> {
  const { db } = database;
  const generation = await currentGeneration(db);
  const cache = new PageCache(generation, CACHE_BYTES);
  const locals = new LocalLists(generation);
  const node: { listener?: ChangeListener; app?: FastifyInstance; probe?: Probe } = {};
  const onError = (error: unknown) => node.app?.log.error({ err: error }, 'work in the background failed');
  const jobs = await openServiceJobs(config, database, onError);
  const catchUp = async () => node.listener?.poll();
  const themes = loadThemes(THEMES);
  const reconciler = new Reconciler({
    database,
    node: () => `${hostname()}:${node.app ? new URL(loopback(node.app)).port : ''}`,
    see: config.role === 'worker' ? undefined : async (views) => node.probe?.see(views) ?? [],
    compares: config.role !== 'web',
  });
  const kept = { themes, cache, locals, reconciler, box: new SecretBox(await secretKey(config)) };
  const app = await buildApp({ config, database, ...kept, catchUp, mail: jobs.mail });
  node.app = app;
  if (!(await isRightKey(db, kept.box))) app.log.error(WRONG_KEY);
  await app.listen({ host: config.host, port: config.port });
  const origin = loopback(app);
  const stops: (() => Promise<void>)[] = [];

  if (config.role !== 'worker') {
    const name = `${hostname()}:${new URL(origin).port}`;
    await joinNodes(db, name);
    await openNodeDeliveries(db, name);
    if (database.kind === 'embedded') await leaveOthers(db, name);
    const probe = new Probe({
      database,
      node: name,
      origin,
      publicHost: new URL(config.publicUrl).host,
      heard: () => cache.heard,
      catchUp,
      onError,
    });
    node.probe = probe;
    node.listener = await listenForChanges({
      database,
      heard: () => cache.heard,
      onChanges: (changes, gap) => {
        const heard = gap ? changes.map(({ n }) => ({ n, tags: [EVERYTHING] })) : changes;
        locals.hear(heard);
        cache.hear(heard);
        probe.wake();
      },
      onError,
    });
    const heart = every(BEAT_MS, onError, () => beat(db, name));
    probe.wake();
    stops.push(
      heart.stop,
      () => node.listener?.stop() ?? Promise.resolve(),
      () => probe.stop(),
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
    stops.push(startDueWork(database, config.mediaDir, onError, remind).stop);
    await jobs.work();
  }
  const reconciling = reconciler.start(onError);
  stops.push(jobs.stop);

  return {
    app,
    origin,
    async close() {
      await reconciling.stop(); // it reads pages, which the service must still answer
      await app.close();
      for (const stop of stops) await stop();
    },
  };
}

function loopback(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the service does not listen on a port');
  const any = address.address === '0.0.0.0' || address.address === '::';
  const host = any ? '127.0.0.1' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
