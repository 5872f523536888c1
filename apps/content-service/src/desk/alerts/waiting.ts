import { may } from '@warta/accounts';
import type { Db } from '@warta/database';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../session.ts';
import { hereOf } from './address.ts';
import { lineOf, openAlerts } from './list.ts';
import { findPlaces } from './places.ts';

/** The alerts that somebody has to release or confirm, and those that stand, for the first page of the desk. */
export async function alertsAtHand(db: Db, request: FastifyRequest) {
  const site = request.site ?? undefined;
  if (!may(callerOf(request), site ? 'alerts:draft' : 'alerts:read', site)) return null;
  const open = (await openAlerts(db, request)).filter(({ practice, draft }) => !practice || draft);
  if (open.length === 0) return null;
  const places = await findPlaces(db);
  const lines = await Promise.all(open.map((alert) => lineOf(db, request, places, alert)));
  return { above: hereOf(site), lines };
}
