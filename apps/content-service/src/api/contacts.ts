import {
  contactLists,
  contactsInput,
  findContacts,
  listContacts,
  type SiteContacts,
  saveContacts,
} from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { once } from '../plugins/once.ts';
import { actorOf } from '../plugins/policy.ts';
import { type ApiContext, expectedVersion, problems, siteNamed, typed } from './context.ts';
import { contactListsAnswer, contactsAnswer } from './site-schemas.ts';

const params = z.object({ site: z.string() });
/** Thousands of sites may be named at once. */
const BODY_LIMIT = 10_000_000;

export function contactRoutes(app: FastifyInstance, context: ApiContext): void {
  const { db } = context.database;

  typed(app).get(
    '/contacts',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['contacts'],
        summary: 'Whom to reach at every site',
        response: { 200: contactListsAnswer, ...problems },
      },
    },
    async () => contactListsAnswer.parse(await listContacts(db)),
  );

  typed(app).put(
    '/contacts',
    {
      bodyLimit: BODY_LIMIT,
      config: { permission: 'sites:write' },
      schema: {
        tags: ['contacts'],
        summary: 'Replaces the contacts of the sites that are named, all or none; others keep theirs',
        body: contactLists,
        response: { 200: contactListsAnswer, ...problems },
      },
    },
    async (request, reply) =>
      once<SiteContacts[]>(
        context.database,
        request,
        reply,
        (also) => saveContacts(db, actorOf(request), request.body, { also }),
        (saved) => ({ status: 200, headers: {}, response: contactListsAnswer.parse(saved) }),
      ),
  );

  typed(app).get(
    '/sites/:site/contacts',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['contacts'],
        summary: 'Whom to reach at one site, in the order in which readers see it',
        params,
        response: { 200: contactsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = await siteNamed(context, request.params.site);
      const { contacts, version } = await findContacts(db, id);
      return reply.header('etag', `"${version}"`).send(contactsAnswer.parse(contacts));
    },
  );

  typed(app).put(
    '/sites/:site/contacts',
    {
      config: { permission: 'contacts:write' },
      schema: {
        tags: ['contacts'],
        summary: 'Replaces the contacts of one site',
        params,
        body: contactsInput,
        response: { 200: contactsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const version = expectedVersion(request);
      const { slug } = await siteNamed(context, request.params.site);
      const list = { site: slug, version, contacts: request.body };
      return once<SiteContacts[]>(
        context.database,
        request,
        reply,
        (also) => saveContacts(db, actorOf(request), [list], { also }),
        ([saved = list]) => ({
          status: 200,
          headers: { etag: `"${saved.version}"` },
          response: contactsAnswer.parse(saved.contacts),
        }),
      );
    },
  );
}
