import { may } from '@warta/accounts';
import { findSitesById, listSites, type Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { siteUrl } from '../../public/links.ts';
import { alertsAtHand } from '../alerts/waiting.ts';
import type { DeskRoutes } from '../context.ts';
import { type RecentDrift, recentDrift } from '../headlines/recent-drift.ts';
import { callerOf, siteOf } from '../session.ts';
import { siteHome } from './site-home.ts';

/** Where one begins: the sites one works on, and what there is for the whole network. */
export const homeRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get('/', { config: { permission: 'own:manage' } }, async (request, reply) => {
    const sites = await sitesOf(request);
    const [only] = sites;
    if (only && sites.length === 1) return reply.redirect(`/desk/sites/${only.slug}`, 303);
    return reply.draw('home/home', 'home.title', { sites, ...(await atTheTop(request)) });
  });

  app.get('/all', { config: { permission: 'own:manage' } }, async (request, reply) =>
    reply.draw('home/home', 'home.title', { sites: await sitesOf(request), ...(await atTheTop(request)) }),
  );

  app.get('/sites/:site', { config: { permission: 'posts:read' } }, async (request, reply) => {
    const site = siteOf(request);
    const caller = callerOf(request);
    const several = new Set(caller.memberships.map((membership) => membership.site)).size > 1;
    const readers = `${siteUrl(context.config, site)}/`;
    const isEverywhere = caller.memberships.some((membership) => membership.site === null);
    const model = { ...(await siteHome(context, caller, site)), alerts: await alertsAtHand(db, request) };
    return reply.draw('home/site', 'home.title', { ...model, readers, several: several || isEverywhere });
  });

  async function atTheTop(request: FastifyRequest) {
    return { alerts: await alertsAtHand(db, request), drift: await driftFor(request) };
  }

  /** What did not agree within the last hour, for those who see where headlines stand. */
  async function driftFor(request: FastifyRequest): Promise<RecentDrift | null> {
    return may(callerOf(request), 'deliveries:read') ? recentDrift(db) : null;
  }

  /** A person's own sites; all of them for a role of the whole network. */
  async function sitesOf(request: FastifyRequest): Promise<Site[]> {
    const caller = callerOf(request);
    const isEverywhere = caller.memberships.some((membership) => membership.site === null);
    if (isEverywhere) return listSites(db);
    const ids = caller.memberships.flatMap(({ site }) => site ?? []);
    const sites = await findSitesById(db, ids);
    return sites.filter((site) => may(caller, 'posts:read', site));
  }
};
