import type { Permission } from '@warta/accounts';
import type { Alert } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { describeAlert } from './schemas.ts';

/** Alerts have two doors: the ministry's, and that of a site that speaks for itself. */
interface Door {
  base: '/alerts' | '/sites/:site/alerts';
  read: Permission;
  write: Permission;
  release: Permission;
}

export const DOORS: Door[] = [
  { base: '/alerts', read: 'alerts:read', write: 'alerts:write', release: 'alerts:release' },
  { base: '/sites/:site/alerts', read: 'alerts:draft', write: 'alerts:draft', release: 'alerts:second' },
];

/** `site` is in the address of the second door alone. */
export const doorParams = z.object({ site: z.string().optional() });
export const alertParams = doorParams.extend({ id: z.uuid('is not the id of an alert') });

/** The site on whose behalf somebody acts; none for the ministry. */
export const siteOf = (request: FastifyRequest) => request.site ?? undefined;

/** How a saved alert is answered, with its version. */
export function answerSaved(status: number, alert: Alert) {
  return { status, headers: { etag: `"${alert.version}"` }, response: describeAlert(alert) };
}

export function noSuchAlert(): DomainError {
  return new DomainError('not-found', 'There is no such alert.');
}
