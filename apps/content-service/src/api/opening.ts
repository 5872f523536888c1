import { DomainError } from '@warta/problems';
import {
  type Contact,
  contactLink,
  contactText,
  emergencyContact,
  findContacts,
  findSite,
  holidaysInput,
  isOpenAt,
  MINISTRY_SLUG,
  nextChange,
  type Site,
  saveHolidays,
} from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { emergencyAnswer, holidaysAnswer } from './site-schemas.ts';

const params = z.object({ site: z.string() });

export function openingRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    '/sites/:site/emergency-contact',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['contacts'],
        summary: 'Whom a citizen in distress reaches, and whether somebody answers right now',
        params,
        response: { 200: emergencyAnswer, ...problems },
      },
    },
    async (request) => {
      const site = await siteNamed(context, request.params.site);
      const found = await emergencyContact(db, site.id);
      if (!found) throw new DomainError('not-found', `No emergency contact is known for ${site.slug}.`);
      const { contact, of } = found;
      const owner = of === 'site' ? site : ((await findSite(db, MINISTRY_SLUG)) ?? site);
      return emergencyAnswer.parse({
        of,
        contact,
        text: contactText(contact) ?? null,
        link: contactLink(contact) ?? null,
        ...(await opening(contact.hours, owner)),
      });
    },
  );

  typed(app).get(
    '/sites/:site/holidays',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['contacts'],
        summary: 'The days on which a site keeps holiday hours',
        params,
        response: { 200: holidaysAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = await siteNamed(context, request.params.site);
      const { holidays, version } = await findContacts(db, id);
      return reply.header('etag', `"${version}"`).send(holidaysAnswer.parse(holidays));
    },
  );

  typed(app).put(
    '/sites/:site/holidays',
    {
      config: { permission: 'contacts:write' },
      schema: {
        tags: ['contacts'],
        summary: 'Replaces the holidays of a site',
        params,
        body: holidaysInput,
        response: { 200: holidaysAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { params, body } = request;
      return once<Site>(
        context.database,
        request,
        reply,
        (also) => saveHolidays(db, actorOf(request), params.site, body, { version, also }),
        (saved) => ({
          status: 200,
          headers: { etag: `"${saved.version}"` },
          response: holidaysAnswer.parse(body),
        }),
      );
    },
  );

  async function opening(hours: Contact['hours'], { id, timezone }: Site) {
    if (!hours) return { open: null, changesAt: null };
    const { holidays } = await findContacts(db, id);
    const calendar = { timeZone: timezone, holidays: holidays.map(({ date }) => date) };
    const now = new Date();
    return {
      open: isOpenAt(hours, calendar, now),
      changesAt: nextChange(hours, calendar, now)?.toISOString() ?? null,
    };
  }
}
