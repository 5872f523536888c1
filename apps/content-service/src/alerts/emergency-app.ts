import { createServer, type RequestListener, type Server } from 'node:http';
import type { Theme } from '@warta/rendering';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Config } from '../config.ts';
import { RETRY_AFTER_S, sendAnswer, sendNotice } from '../pages/send-page.ts';
import { assetRoutes } from '../plugins/assets.ts';
import { sendProblem } from '../plugins/errors.ts';
import { openAlertRoutes } from '../public/alerts/routes.ts';
import { ownHostOf } from '../public/own-host.ts';
import { VERSION } from '../version.ts';
import { AlertPages } from './alert-pages.ts';
import { Banners } from './banners.ts';
import { AlertBoard } from './board.ts';
import type { BoardCopy } from './board-copy.ts';
import { emergencyPage } from './emergency-page.ts';

/** As long as Fastify's own. */
const KEEP_ALIVE_MS = 72_000;

/** A port that is listened on, and a way to have another app answer there from one request to the next. */
export interface Door {
  server: Server;
  hand(answer: RequestListener): void;
  /** Takes no more requests, and waits until those there are have been answered. */
  close(): Promise<void>;
}

/** Listens where the service would, and serves what a copy holds: the alerts that stand, and whom to reach. */
export async function openStandIn(
  config: Config,
  themes: ReadonlyMap<string, Theme>,
  { alerts, open, sites }: BoardCopy,
): Promise<Door> {
  const board = new AlertBoard();
  board.setSites(sites);
  board.setAlerts(alerts, new Date(), open);
  let answer: RequestListener = () => {};
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, reply) =>
    answer(request, reply),
  );
  const door: Door = {
    server,
    hand(next) {
      answer = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const app = buildEmergencyApp(config, themes, board);
  await app.ready();
  door.hand(app.routing);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  });
  return door;
}

function buildEmergencyApp(
  config: Config,
  themes: ReadonlyMap<string, Theme>,
  board: AlertBoard,
): FastifyInstance {
  const app = Fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
  });
  const context = { config, themes, board };
  const banners = new Banners(config, themes, board);
  const nobodyKnows = async () => {
    throw new Error(AWAY);
  };
  const pages = new AlertPages(context, nobodyKnows);
  const ownHost = ownHostOf(config);
  const options = { config: { permission: 'public' as const } };

  app.get('/health/live', options, async () => ({ status: 'ok', version: VERSION }));
  app.get('/health/ready', options, async (_request, reply) =>
    reply.code(503).send({ status: 'the database cannot be reached', version: VERSION }),
  );
  assetRoutes(app, themes);
  for (const path of ['/api', '/api/*', '/desk', '/desk/*', '/media/*', '/metrics']) {
    app.all(path, options, async (request, reply) =>
      sendProblem(request, reply.header('retry-after', RETRY_AFTER_S), 503, AWAY),
    );
  }
  openAlertRoutes(app, context, nobodyKnows);
  app.get('/*', options, async (request, reply) => {
    const asked = { ownHost: ownHost(request.headers.host ?? ''), path: pathOf(request) };
    const alert = asked.ownHost === undefined ? await pages.answer(asked.path).catch(() => {}) : undefined;
    if (alert) return sendAnswer(request, reply, alert, banners);
    return sendNotice(reply, 503, emergencyPage(context, asked));
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply.header('retry-after', RETRY_AFTER_S), 503, AWAY),
  );
  return app;
}

const AWAY = 'The database cannot be reached.';

const pathOf = ({ raw }: FastifyRequest) => (raw.url ?? '/').split('?', 1)[0] ?? '/';
