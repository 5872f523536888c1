import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { VERSION } from '../version.ts';
import { alertRoutes } from './alerts/routes.ts';
import { auditApi } from './audit.ts';
import { contactRoutes } from './contacts.ts';
import type { ApiContext } from './context.ts';
import { draftRoutes } from './drafts/routes.ts';
import { groupRoutes } from './groups.ts';
import { headlineDraftRoutes } from './headline-drafts/routes.ts';
import { headlineReadRoutes } from './headline-reads.ts';
import { headlineRoutes } from './headlines.ts';
import { mediaRoutes } from './media.ts';
import { offerListRoutes } from './offers.ts';
import { openingRoutes } from './opening.ts';
import { overlayRoutes } from './overlays.ts';
import { peopleApi } from './people.ts';
import { postRoutes } from './posts.ts';
import { recallRoutes } from './recalls.ts';
import { receptionRoutes } from './receptions.ts';
import { reconciliationRoutes } from './reconciliations.ts';
import { searchRoutes } from './search.ts';
import { serviceRoutes } from './services.ts';
import { siteSettingsRoutes } from './site-settings.ts';
import { siteRoutes } from './sites.ts';
import { timelineRoutes } from './timeline.ts';
import { tokenRoutes } from './tokens.ts';

/** `/api/v1`, and its description made from the schemas that validate it. */
export async function api(app: FastifyInstance, context: ApiContext): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Warta', version: VERSION, description: 'One headline, every mission, proven.' },
      servers: [{ url: context.config.publicUrl }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  const { host: publicHost } = new URL(context.config.publicUrl);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    const { host } = request.headers;
    if (context.config.production && host !== publicHost) {
      throw new WrongHostError(`The API answers at ${publicHost} alone.`);
    }
  });

  app.addHook('onSend', async (request) => {
    if (request.method !== 'GET') await context.catchUp();
  });

  app.get('/openapi.json', { config: { permission: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
  await app.register(
    async (v1) => {
      const nouns = [
        siteRoutes,
        siteSettingsRoutes,
        contactRoutes,
        openingRoutes,
        serviceRoutes,
        timelineRoutes,
        searchRoutes,
        postRoutes,
        headlineRoutes,
        headlineReadRoutes,
        recallRoutes,
        receptionRoutes,
        groupRoutes,
        overlayRoutes,
        alertRoutes,
        offerListRoutes,
        reconciliationRoutes,
      ];
      for (const routes of [...nouns, peopleApi, tokenRoutes, auditApi]) routes(v1, context);
      await v1.register(async (scope) => mediaRoutes(scope, context));
      await v1.register(draftRoutes, context);
      await v1.register(headlineDraftRoutes, context);
    },
    { prefix: '/v1' },
  );
}

/** Misdirected Request (RFC 9110, 15.5.20). */
class WrongHostError extends Error {
  readonly statusCode = 421;
}
