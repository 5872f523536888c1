import { CONTACT_KINDS, type Contact, DAYS, findContacts, findLacks, PURPOSES } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { keptListRoutes, typedFields } from '../frame/kept-list.ts';
import { deskLanguage } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { labelsIn } from '../settings/labels.ts';
import { asReadersSee } from './as-readers-see.ts';
import { changeContacts } from './change-contacts.ts';
import { contactFields, contactIn } from './contact-form.ts';
import { holidayRoutes } from './holidays.ts';
import { importRoutes } from './import.ts';

const kindAsked = z.object({ kind: z.enum(CONTACT_KINDS).catch('phone') });

/** Whom to reach at a site: each contact is added, changed, moved and taken out by itself. */
export const contactRoutes: DeskRoutes = (app, context) => {
  const { database } = context;
  const { db } = database;

  keptListRoutes<Contact>(app, {
    ...{ base: '/sites/:site/contacts', permission: 'contacts:write', fieldsOf: contactFields },
    find: async (request) => (await findContacts(db, siteOf(request).id)).contacts,
    change: (request, change) => changeContacts(database, request, change),
    typed: (request) => contactIn(typedFields(request), siteOf(request).locales[0] ?? 'id'),
    begin: (request) => ({
      ...{ kind: kindAsked.parse(request.query).kind, purpose: 'general', hours: 'unknown' },
    }),
    drawList: async (request, reply) => {
      const now = new Date();
      const lacks = await findLacks(db, siteOf(request), now);
      return reply.draw('contacts/contacts', 'contacts.title', {
        ...(await seen(request, now)),
        kinds: CONTACT_KINDS,
        noEmergency: lacks.some(({ code }) => code === 'emergency-number'),
      });
    },
    drawForm: async (request, reply, shown) =>
      reply.draw('contacts/contact', shown.key ? 'contacts.change' : 'contacts.add', {
        ...{ errors: {}, key: undefined, isGone: false, ...shown },
        ...{ days: DAYS, purposes: PURPOSES },
        tongueOf: labelsIn((key) => key, deskLanguage(request)).tongueOf,
        ...(shown.isGone && (await seen(request, new Date()))),
      }),
  });

  holidayRoutes(app, context);
  app.register(async (scope) => importRoutes(scope, context));

  async function seen(request: FastifyRequest, now: Date) {
    const site = siteOf(request);
    const { contacts, holidays } = await findContacts(db, site.id);
    const lang = deskLanguage(request);
    return { contacts: contacts.map((each) => asReadersSee(each, site, { holidays, now, lang })) };
  }
};
