import {
  type AlertTemplate,
  approveTemplate,
  changeTemplate,
  listTemplates,
  templateInput,
} from '@warta/alerts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../../plugins/once.ts';
import { actorOf } from '../../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, typed } from '../context.ts';
import { templateAnswer } from './schemas.ts';

const tags = ['alerts'];
const code = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'has lower-case letters and hyphens, such as flood');
const params = z.object({ code });
const body = templateInput.extend({
  kind: z.enum(['hazard', 'solemn']).default('hazard').describe('of a new one; it never changes'),
});
const response = { 200: templateAnswer, ...problems };

/** Words and weight per kind of event, approved before it happens. */
export function alertTemplateRoutes(app: FastifyInstance, { database }: ApiContext): void {
  const { db } = database;
  const answer = (template: AlertTemplate) => ({
    status: 200,
    headers: { etag: `"${template.version}"` },
    response: describe(template),
  });

  for (const [url, permission] of [
    ['/alert-templates', 'alerts:read'],
    ['/sites/:site/alert-templates', 'alerts:draft'],
  ] as const) {
    typed(app).get(
      url,
      {
        config: { permission },
        schema: { tags, summary: 'All templates', response: { 200: z.array(templateAnswer), ...problems } },
      },
      async () => (await listTemplates(db)).map(describe),
    );
  }

  typed(app).put(
    '/alert-templates/:code',
    {
      config: { permission: 'alerts:write' },
      schema: {
        tags,
        summary:
          'Writes a template, for somebody else to approve; needs If-Match: "<version>", "0" for a new one',
        params,
        body,
        response,
      },
    },
    async (request, reply) => {
      const { kind, ...input } = request.body;
      const which = { code: request.params.code, kind, expected: expectedVersion(request) };
      return once<AlertTemplate>(
        database,
        request,
        reply,
        (also) => changeTemplate(db, actorOf(request), which, input, also),
        answer,
      );
    },
  );

  typed(app).post(
    '/alert-templates/:code/approval',
    {
      config: { permission: 'alerts:release' },
      schema: {
        tags,
        summary: 'Approves what somebody else has written; needs If-Match: "<version>"',
        params,
        response,
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { code } = request.params;
      return once<AlertTemplate>(
        database,
        request,
        reply,
        (also) => approveTemplate(db, actorOf(request), code, version, also),
        answer,
      );
    },
  );
}

function describe({ waiting, ...template }: AlertTemplate) {
  const { content, by, at } = waiting ?? {};
  return {
    ...template,
    waiting: content && by && at ? { content, by, at: new Date(at).toISOString() } : null,
  };
}
