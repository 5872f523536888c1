import { findSession, type Holder, needsFactorAtOnce, type Session, touchSession } from '@warta/accounts';
import type { Site } from '@warta/sites';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database-away.ts';
import type { DeskContext } from './context.ts';

/** Somebody signed in at the desk. */
export type Caller = Session & Holder;

/** What a session still waits for before it may do anything else. */
export type Waiting = 'code' | 'enrolment';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route also serves sessions that wait for this. */
    serves?: readonly Waiting[];
  }
}

const DEVICE_DAYS = 400;
const DAY_S = 86_400;

/** The cookies of the desk. Under https their names keep other hosts from setting them (`__Host-`). */
export function cookiesOf({ config }: Pick<DeskContext, 'config'>) {
  const isSecure = config.deskUrl.startsWith('https:');
  const prefix = isSecure ? '__Host-' : '';
  const options = { path: '/', httpOnly: true, secure: isSecure, sameSite: 'lax' as const };
  const names = { session: `${prefix}warta`, device: `${prefix}warta-device`, csrf: `${prefix}warta-form` };
  return {
    names,
    options,
    readSession: (request: FastifyRequest) => request.cookies[names.session],
    readDevice: (request: FastifyRequest) => request.cookies[names.device],
    setSession: (reply: FastifyReply, secret: string) => reply.setCookie(names.session, secret, options),
    setDevice: (reply: FastifyReply, secret: string) =>
      reply.setCookie(names.device, secret, { ...options, maxAge: DEVICE_DAYS * DAY_S }),
    dropSession: (reply: FastifyReply) => reply.clearCookie(names.session, options),
  };
}

/**
 * Tells who asks, by the session's cookie. While the database is away that is for the policy to refuse, which asks
 * once the form was read: what was typed can then be given back.
 */
export function loadSessions(app: FastifyInstance, context: DeskContext): void {
  const { db } = context.database;
  const cookies = cookiesOf(context);
  app.addHook('onRequest', async (request) => {
    const secret = cookies.readSession(request);
    if (!secret) return;
    try {
      const session = await findSession(db, secret);
      if (!session) return;
      if (session.stale) await touchSession(db, session.id);
      request.caller = session;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      request.callerUnknown = error as Error;
    }
  });
}

/** What this session waits for; undefined where it may do all that its person may. */
export function waitsFor(caller: Caller): Waiting | undefined {
  if (caller.hasFactor) return caller.factor ? undefined : 'code';
  const isDue = caller.factorDueAt !== null && caller.factorDueAt <= new Date();
  return isDue || needsFactorAtOnce(caller.memberships) ? 'enrolment' : undefined;
}

/** The signed-in person, on routes that ask for a permission. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('the route was to ask for a permission');
  return request.caller;
}

/** The site that is worked on, on routes that name one. */
export function siteOf(request: FastifyRequest): Site {
  if (!request.site) throw new Error('the route was to ask for a permission on a site');
  return request.site;
}
