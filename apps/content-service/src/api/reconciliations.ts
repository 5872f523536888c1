import { countHeadlines, type DriftKind } from '@warta/sync';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, problems, typed } from './context.ts';

const MOST_HEADLINES = 50;
const KINDS = [
  'audience',
  'version',
  'words',
  'state',
  'ledger',
  'page',
  'tampered',
] as const satisfies DriftKind[];

const answer = z.object({
  found: z.array(
    z.object({
      kind: z.enum(KINDS),
      headline: z.string().nullable(),
      number: z.number().nullable().describe('the headline’s number'),
      site: z.string().nullable(),
      what: z.string().describe('what is wrong, in a sentence'),
      repairable: z.boolean().describe('false where a person has to decide'),
    }),
  ),
  looked: z.number().describe('how many times a headline was looked at on a site'),
  tookMs: z.number(),
  next: z.number().nullable().describe('where to go on; null when all headlines were looked at'),
});

/** Whether ledger, database and pages agree. */
export function reconciliationRoutes(app: FastifyInstance, { database, reconciler }: ApiContext): void {
  typed(app).post(
    '/reconciliations',
    {
      config: { permission: 'headlines:write' },
      schema: {
        tags: ['headlines'],
        summary:
          'Compares ledger, database and the pages of all sites on this node, and sets right what can be',
        description:
          'At most 50 headlines at a time have their pages read, the newest first; "from" goes on. ' +
          'The database is compared with the first ones. A person’s decision is needed where "repairable" is false.',
        body: z.strictObject({
          dryRun: z.boolean().default(false).describe('look, and change nothing'),
          from: z.int().min(0).default(0),
          headlines: z.int().min(0).max(MOST_HEADLINES).default(MOST_HEADLINES),
        }),
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const { dryRun, from, headlines } = request.body;
      const report = await reconciler.run([{ offset: from, limit: headlines }], {
        compares: from === 0,
        repair: !dryRun,
        actor: actorOf(request),
      });
      const next = from + headlines;
      const isMore = headlines > 0 && next < (await countHeadlines(database.db));
      return { ...report, next: isMore ? next : null };
    },
  );
}
