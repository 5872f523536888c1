import { findToken, may, type Permission, type Token } from '@warta/accounts';
import type { Actor } from '@warta/audit';
import type { Database } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route needs; `public` is for everybody. A route that does not say does not start. */
    permission?: Permission | 'public';
  }
  interface FastifyRequest {
    /** The token the request came with; null for the public. */
    token: Token | null;
    receivedAt: Date;
  }
}

/** Denies what no route has asked for, and asks each caller for what the route needs. */
export function enforcePolicy(app: FastifyInstance, { db }: Database): void {
  app.decorateRequest('token', null);
  app.decorateRequest('receivedAt');
  app.addHook('onRoute', (route) => {
    if (!route.config?.permission) throw new Error(`${route.method} ${route.url} declares no permission`);
  });
  app.addHook('onRequest', (request, _reply, done) => {
    request.receivedAt = new Date();
    done();
  });
  app.addHook('preValidation', async (request) => {
    const needed = request.routeOptions.config.permission;
    request.token = await authenticate(request);
    if (needed === undefined || needed === 'public') return;
    if (!request.token) {
      throw new DomainError('unauthenticated', 'Send a token: Authorization: Bearer warta_…');
    }
    if (!may(request.token.role, needed)) {
      throw new DomainError('forbidden', `The role ${request.token.role} may not do this (${needed}).`);
    }
  });

  async function authenticate(request: FastifyRequest): Promise<Token | null> {
    const header = request.headers.authorization;
    if (header === undefined) return null;
    const secret = /^Bearer ([\w-]{20,100})$/.exec(header)?.[1];
    const token = secret && (await findToken(db, secret));
    if (!token)
      throw new DomainError('unauthenticated', 'The token is not valid, has expired or was revoked.');
    return token;
  }
}

/** Who is acting, for the audit log. */
export function actorOf(request: FastifyRequest): Actor {
  const { token } = request;
  return { name: token ? `token:${token.name}` : 'public', source: request.ip };
}
