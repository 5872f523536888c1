import {
  findToken,
  type Holder,
  isSitePermission,
  type LiveToken,
  may,
  type Permission,
} from '@warta/accounts';
import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { DomainError } from '@warta/problems';
import { findSite, type Site } from '@warta/sites';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../desk/session.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route needs; `public` is for everybody. A route that does not say does not start. */
    permission?: Permission | 'public';
  }
  interface FastifyInstance {
    /** Every route there is, with what it asks for. */
    routeTable: RouteLine[];
  }
  interface FastifyRequest {
    /** The token the request came with; null for the public and at the desk. */
    token: LiveToken | null;
    /** The person signed in at the desk; null elsewhere. */
    caller: Caller | null;
    /** Why nobody can say just now who is signed in; the request is refused with it where that matters. */
    callerUnknown: Error | null;
    /** The site that the address names, where the route needs a permission on one. */
    site: Site | null;
    receivedAt: Date;
  }
}

export interface RouteLine {
  method: string;
  url: string;
  permission: Permission | 'public';
}

const NO_TOKEN = 'Send a token: Authorization: Bearer warta_…';

/** Denies what no route has asked for, and asks each caller for what the route needs. */
export function enforcePolicy(app: FastifyInstance, { db }: Database): void {
  app.decorate('routeTable', []);
  app.decorateRequest('token', null);
  app.decorateRequest('caller', null);
  app.decorateRequest('callerUnknown', null);
  app.decorateRequest('site', null);
  app.decorateRequest('receivedAt');
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission;
    if (!permission) throw new Error(`${route.method} ${route.url} declares no permission`);
    if (permission !== 'public' && isSitePermission(permission) && !/\/:site(\/|$)/.test(route.url)) {
      throw new Error(`${route.method} ${route.url} needs ${permission} and names no site`);
    }
    for (const method of [route.method].flat()) app.routeTable.push({ method, url: route.url, permission });
  });
  app.addHook('onRequest', (request, _reply, done) => {
    request.receivedAt = new Date();
    done();
  });
  app.addHook('preValidation', async (request) => {
    const needed = request.routeOptions.config.permission;
    request.token = await authenticate(request);
    if (needed === undefined || needed === 'public') return;
    const holder: Holder | null = request.token ?? request.caller;
    if (!holder) throw request.callerUnknown ?? new DomainError('unauthenticated', NO_TOKEN);
    if (isSitePermission(needed)) request.site = await siteOf(request);
    if (!may(holder, needed, request.site ?? undefined)) {
      const roles = [...new Set(holder.memberships.map(({ role }) => role))].join(', ');
      throw new DomainError('forbidden', `The role ${roles} may not do this (${needed}).`);
    }
  });

  async function authenticate(request: FastifyRequest): Promise<LiveToken | null> {
    const header = request.headers.authorization;
    if (header === undefined || request.caller) return null;
    const secret = /^Bearer ([\w-]{20,100})$/.exec(header)?.[1];
    const token = secret && (await findToken(db, secret));
    if (!token)
      throw new DomainError('unauthenticated', 'The token is not valid, has expired or was revoked.');
    return token;
  }

  async function siteOf(request: FastifyRequest): Promise<Site> {
    const { site: slug } = request.params as { site: string };
    const site = await findSite(db, slug);
    if (site) return site;
    const error = { field: 'site', message: 'is unknown' };
    throw new DomainError('not-found', `There is no site ${slug}.`, [error]);
  }
}

/** Who is acting, for the audit log: a token of a person acts as that person. */
export function actorOf(request: FastifyRequest): Actor {
  const { token, caller, ip: source } = request;
  if (caller) return { name: caller.email, person: caller.person, source };
  if (!token) return { name: 'public', source };
  if (token.person)
    return { name: token.email ?? '', person: token.person, source: `${source} token:${token.name}` };
  return { name: `token:${token.name}`, source };
}
