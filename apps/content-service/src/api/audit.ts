import { findAudit } from '@warta/audit';
import { listSites } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { KINDS } from '../log/filters.ts';
import { forSite } from '../log/for-site.ts';
import { queryOf } from '../log/query-of.ts';
import { type ApiContext, problems, typed } from './context.ts';

const values = z.record(z.string(), z.unknown()).nullable();
const line = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor: z.string(),
  source: z.string().describe('where it came from'),
  action: z.string(),
  subject: z.string(),
  site: z.string().nullable(),
  before: values,
  after: values,
});
const querystring = z.object({
  kind: z.enum(KINDS).optional(),
  who: z.string().max(200).optional().describe('a mailbox, or the name of a token'),
  site: z.string().max(40).optional(),
  from: z.iso.date().optional().describe('a day on the clock of the site, else of Jakarta'),
  until: z.iso.date().optional(),
  after: z.uuid().optional().describe('the id of the last line of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const PLACES = [
  { base: '/audit', permission: 'audit:read', params: z.object({}) },
  { base: '/sites/:site/audit', permission: 'site-audit:read', params: z.object({ site: z.string() }) },
] as const;

/** Who did what, on the whole network or on one site; the newest first. */
export function auditApi(app: FastifyInstance, { database: { db } }: ApiContext): void {
  for (const { base, permission, params } of PLACES) {
    typed(app).get(
      base,
      {
        config: { permission },
        schema: {
          tags: ['audit'],
          summary: 'The log of what was done, the newest first',
          params,
          querystring,
          response: { 200: z.array(line), ...problems },
        },
      },
      async (request) => {
        const { limit, after, ...asked } = request.query;
        const lines = await findAudit(db, { ...(await queryOf(db, request.site, asked)), after, limit });
        const slugs = new Map((await listSites(db)).map(({ id, slug }) => [id, slug]));
        return lines.map((each) => {
          const { person: _, ...shown } = forSite(each, request.site);
          return { ...shown, at: each.at.toISOString(), site: (each.site && slugs.get(each.site)) ?? null };
        });
      },
    );
  }
}
