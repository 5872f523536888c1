import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../context.ts';
import { alertDraftRoutes } from './drafts.ts';
import { alertHoldRoutes } from './holds.ts';
import { alertReadRoutes } from './reads.ts';
import { alertReleaseRoutes } from './releases.ts';
import { alertTemplateRoutes } from './templates.ts';

/** Alerts: written by one, released by another, proven by what nodes see. */
export function alertRoutes(app: FastifyInstance, context: ApiContext): void {
  const parts = [alertReadRoutes, alertDraftRoutes, alertReleaseRoutes, alertHoldRoutes, alertTemplateRoutes];
  for (const routes of parts) routes(app, context);
}
