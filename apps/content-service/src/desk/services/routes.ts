import { findServices, inLanguage, PURPOSES, SERVICE_KINDS, type Service } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { keptListRoutes, keyOf, typedFields } from '../frame/kept-list.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { labelsIn } from '../settings/labels.ts';
import { changeServices } from './change-services.ts';
import { serviceFields, serviceIn } from './service-form.ts';

const kindAsked = z.object({ kind: z.enum(SERVICE_KINDS).catch('other') });

/** What a site does for people: each service is added, changed, moved and taken out by itself. */
export const serviceRoutes: DeskRoutes = (app, { database }) => {
  const { db } = database;
  const find = async (request: FastifyRequest) => (await findServices(db, siteOf(request).id)).services;

  keptListRoutes<Service>(app, {
    ...{ base: '/sites/:site/services', permission: 'contacts:write', fieldsOf: serviceFields, find },
    change: (request, change) => changeServices(database, request, change),
    typed: (request) => serviceIn(typedFields(request), siteOf(request).locales[0] ?? 'id'),
    begin: (request) => ({ kind: kindAsked.parse(request.query).kind, address: '', purpose: '' }),
    drawList: async (request, reply) => {
      const services = await find(request);
      const open = SERVICE_KINDS.filter(
        (kind) => kind === 'other' || !services.some((service) => service.kind === kind),
      );
      return reply.draw('services/services', 'services.title', { ...seen(request, services), kinds: open });
    },
    drawForm: async (request, reply, shown) =>
      reply.draw('services/service', shown.key ? 'services.change' : 'services.add', {
        ...{ errors: {}, key: undefined, isGone: false, ...shown },
        purposes: PURPOSES,
        tongueOf: labelsIn((key) => key, deskLanguage(request)).tongueOf,
        ...(shown.isGone && seen(request, await find(request))),
      }),
  });
};

/** The services in the language of the desk, where there are words in it. */
function seen(request: FastifyRequest, services: readonly Service[]) {
  const { locales } = siteOf(request);
  const lang = deskLanguage(request);
  const t = deskWords(lang);
  return {
    services: services.map((service) => ({
      key: keyOf(service),
      name:
        service.kind === 'other'
          ? inLanguage(service.name, lang, locales)
          : t(`service-kind.${service.kind}`),
      about: inLanguage(service.about, lang, locales),
      address: service.address,
      purpose: service.purpose,
    })),
  };
}
