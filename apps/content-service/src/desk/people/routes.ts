import { enablePerson, type LinkPurpose, listPeople, mayManage } from '@warta/accounts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  giveRoles,
  invite,
  keeperOf,
  type LinkToPassOn,
  letGo,
  managedPerson,
  newLink,
  seenPerson,
} from '../../people/look-after-people.ts';
import { rolesFor } from '../../people/roles-for.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { invitation, leaving, type Place, roleChange } from './forms.ts';

interface PersonParams {
  Params: { id: string };
}

/** People: of one site for its head, of the whole network for operators. */
export const peopleRoutes: DeskRoutes = (app, context) => {
  const network = { base: '/people', config: { permission: 'people:manage' as const } };
  const site = { base: '/sites/:site/people', config: { permission: 'members:manage' as const } };
  for (const place of [network, site]) placeRoutes(app, context, place);
};

function placeRoutes(app: FastifyInstance, context: DeskContext, { base, config }: Place): void {
  const { db } = context.database;

  app.get(base, { config }, async (request, reply) => list(request, reply));

  app.post(base, { config }, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const input = readForm(invitation(request.site), request);
        return showLink(reply, 'invitation', await invite(context, keeperOf(request), input));
      },
      (errors, sent) => list(request, reply, errors, sent),
    ),
  );

  app.get<PersonParams>(`${base}/:id`, { config }, async (request, reply) => one(request, reply));

  app.post<PersonParams>(`${base}/:id/roles`, { config }, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { id } = request.params;
        await managedPerson(db, keeperOf(request), id);
        const { role } = readForm(roleChange(request.site), request);
        await db.transaction().execute((trx) => giveRoles(trx, keeperOf(request), id, role));
        return reply.redirect(`${here(request)}/${id}?said=saved`, 303);
      },
      (errors) => one(request, reply, errors),
    ),
  );

  for (const purpose of ['password', 'second-factor', 'invitation'] as const) {
    app.post<PersonParams>(`${base}/:id/links/${purpose}`, { config }, async (request, reply) =>
      showLink(reply, purpose, await newLink(context, keeperOf(request), request.params.id, purpose)),
    );
  }

  app.post<PersonParams>(`${base}/:id/leaving`, { config }, async (request, reply) => {
    const { successor } = readForm(leaving, request);
    await db.transaction().execute((trx) => letGo(trx, keeperOf(request), request.params.id, successor));
    return reply.redirect(`${here(request)}?said=person-left`, 303);
  });

  app.post<PersonParams>(`${base}/:id/return`, { config }, async (request, reply) => {
    const keeper = keeperOf(request);
    const person = await managedPerson(db, keeper, request.params.id);
    await db.transaction().execute((trx) => enablePerson(trx, keeper.actor, person.id));
    return reply.redirect(`${here(request)}/${person.id}?said=saved`, 303);
  });

  async function list(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const people = await listPeople(db, request.site?.id);
    const roles = rolesFor(request.site);
    return reply.draw('people/people', 'people.title', { people, roles, errors, sent, here: here(request) });
  }

  async function one(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
    const keeper = keeperOf(request);
    const person = await seenPerson(db, keeper, (request.params as PersonParams['Params']).id);
    const colleagues = (await listPeople(db, request.site?.id)).filter(
      (other) => other.id !== person.id && !other.disabledAt,
    );
    const own = person.memberships.filter((each) => each.site === (request.site?.id ?? null));
    return reply.draw(
      'people/person',
      { words: person.name },
      {
        person,
        colleagues,
        own: own.map((each) => each.role),
        roles: rolesFor(request.site),
        manageable: mayManage(keeper.holder, person.memberships),
        errors,
        here: here(request),
      },
    );
  }

  function showLink(reply: FastifyReply, purpose: LinkPurpose, { url, expiresAt, mailed }: LinkToPassOn) {
    return reply.draw('people/link', `people.link-${purpose}`, { url, expiresAt, mailed });
  }
}

const here = ({ site }: FastifyRequest) => (site ? `/desk/sites/${site.slug}/people` : '/desk/people');
