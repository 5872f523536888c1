import { createServer } from 'node:http';
import { type SecretBox, SignInLimits } from '@warta/accounts';
import type { Database } from '@warta/database';
import type { Mail } from '@warta/mail';
import type { Theme } from '@warta/rendering';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import type { AlertBoard } from './alerts/board.ts';
import { api } from './api/index.ts';
import { browserAssets } from './browser-assets.ts';
import type { Config } from './config.ts';
import { desk } from './desk/index.ts';
import { KeptOutside, keepNothingElse } from './outside-cache/kept-outside.ts';
import { Front } from './pages/front.ts';
import type { LocalLists } from './pages/local-lists.ts';
import type { PageCache } from './pages/page-cache.ts';
import { assetRoutes } from './plugins/assets.ts';
import { handleErrors } from './plugins/errors.ts';
import { healthRoutes } from './plugins/health.ts';
import { mediaRoutes } from './plugins/media.ts';
import { enforcePolicy } from './plugins/policy.ts';
import { registerViews } from './plugins/views.ts';
import { overAlerts } from './public/alerts/over-alert.ts';
import { openAlertRoutes } from './public/alerts/routes.ts';
import { type Finders, makeFinders } from './public/finders.ts';
import { publicRoutes } from './public/routes.ts';
import { robotsRoute } from './public/sitemaps/robots.ts';
import type { Reconciler } from './reconcile.ts';
import { Repeater } from './repeater.ts';
import { judgeLooks } from './site-look.ts';

export interface AppOptions {
  config: Config;
  database: Database;
  themes: ReadonlyMap<string, Theme>;
  cache: PageCache;
  locals: LocalLists;
  board: AlertBoard;
  /** Sends what is kept before the app is asked. */
  front?: Front;
  reconciler: Reconciler;
  /** Takes in the newest changes, so that whoever has written reads here what he wrote. */
  catchUp?: () => Promise<void>;
  /** Whether this process has taken its place among the others: what it has not, nobody waits for it to see. */
  isInPlace?: () => boolean;
  mail: Mail;
  /** Opens the secrets of second factors. */
  box: SecretBox;
  /** Whether what this node sends may be kept by a cache outside now. */
  mayBeKept?: () => boolean;
}

/** As long as Fastify's own; and a large picture may take long on a slow line. */
const KEEP_ALIVE_MS = 72_000;
const BODY_LIMIT = 1_000_000;
/** A proxy in front is on this machine or a private network; what it says of the reader's address is believed. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/** Builds the service and does not listen: what it is made of, in the order in which a request meets it. */
export async function buildApp({
  config,
  database,
  themes,
  cache,
  locals,
  board,
  front = new Front(),
  reconciler,
  catchUp = async () => {},
  isInPlace = () => true,
  mail,
  box,
  mayBeKept = () => false,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: PROXIES,
    forceCloseConnections: 'idle',
    serverFactory: (answer) =>
      createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 }, front.before(answer)),
    routerOptions: { maxParamLength: 500 },
  });
  handleErrors(app);
  if (config.role === 'worker') {
    enforcePolicy(app, database);
    healthRoutes(app, { database, cache, reconciler, isInPlace });
    return app;
  }
  const { outsideCache } = config;
  if (outsideCache) keepNothingElse(app, outsideCache);
  const draw = registerViews(app, themes);
  enforcePolicy(app, database);
  healthRoutes(app, { database, cache, reconciler, isInPlace });
  assetRoutes(app, themes);
  mediaRoutes(app, database, config.mediaDir);
  const validateLook = judgeLooks(themes);
  await app.register(
    async (scope) => api(scope, { config, database, validateLook, catchUp, mail, reconciler }),
    {
      prefix: '/api',
    },
  );
  const limits = new SignInLimits(database.db);
  const find = makeFinders(database, locals);
  const pages = { config, database, themes, draw, find, log: app.log };
  knowSites(app, locals, find);
  const browser = await browserAssets();
  const context = { config, database, pages, browser, validateLook, limits, catchUp, mail, box };
  await app.register(async (scope) => desk(scope, context), { prefix: '/desk' });
  openAlertRoutes(app, { config, board }, overAlerts({ config, board, database }, cache));
  robotsRoute(app, config);
  const outside = outsideCache && new KeptOutside(outsideCache, board, mayBeKept);
  publicRoutes(app, pages, { cache, board, front, outside });
  return app;
}

/** Reads all sites at the start, and again when everything changed, beside everything else. */
function knowSites(app: FastifyInstance, locals: LocalLists, find: Finders): void {
  const learning = new Repeater(() => find.learnSites().catch((error) => app.log.warn({ err: error })));
  locals.onEmptied = () => learning.ask();
  app.addHook('onReady', async () => learning.ask());
  app.addHook('onClose', () => learning.stop());
}
