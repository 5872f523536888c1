import {
  disablePerson,
  enablePerson,
  findPerson,
  invitePerson,
  type LinkPurpose,
  listPeople,
  type Membership,
  makeLink,
  may,
  type Person,
  type Role,
  setMemberships,
} from '@warta/accounts';
import { handOverPosts } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { callerOf } from '../session.ts';
import { invitation, leaving, type Place, roleChange, rolesFor } from './forms.ts';

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
        const made = await db.transaction().execute((trx) => invitePerson(trx, actorOf(request), input));
        return showLink(reply, 'invitation', made);
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
        const person = await managed(request);
        const { role } = readForm(roleChange(request.site), request);
        const others = person.memberships.filter((each) => each.site !== (request.site?.id ?? null));
        const memberships: Membership[] = [...others, ...role.map((each) => at(request.site, each))];
        await db
          .transaction()
          .execute((trx) => setMemberships(trx, actorOf(request), person.id, memberships));
        return reply.redirect(`${here(request)}/${person.id}?said=saved`, 303);
      },
      (errors) => one(request, reply, errors),
    ),
  );

  for (const purpose of ['password', 'second-factor', 'invitation'] as const) {
    app.post<PersonParams>(`${base}/:id/links/${purpose}`, { config }, async (request, reply) => {
      const person = await managed(request);
      const made = await db
        .transaction()
        .execute((trx) => makeLink(trx, actorOf(request), person.id, purpose));
      return showLink(reply, purpose, made);
    });
  }

  app.post<PersonParams>(`${base}/:id/leaving`, { config }, async (request, reply) => {
    const person = await managed(request);
    const { successor } = readForm(leaving, request);
    await db.transaction().execute(async (trx) => {
      if (successor) await handOverPosts(trx, actorOf(request), person.id, successor, request.site?.id);
      const others = person.memberships.filter((each) => request.site && each.site !== request.site.id);
      if (others.length > 0) await setMemberships(trx, actorOf(request), person.id, others);
      else await disablePerson(trx, actorOf(request), person.id);
    });
    return reply.redirect(`${here(request)}?said=person-left`, 303);
  });

  app.post<PersonParams>(`${base}/:id/return`, { config }, async (request, reply) => {
    const person = await managed(request);
    await db.transaction().execute((trx) => enablePerson(trx, actorOf(request), person.id));
    return reply.redirect(`${here(request)}/${person.id}?said=saved`, 303);
  });

  async function list(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const people = await listPeople(db, request.site?.id);
    const roles = rolesFor(request.site);
    return reply.draw('people/people', 'people.title', { people, roles, errors, sent, here: here(request) });
  }

  async function one(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
    const person = await seen(request);
    const colleagues = (await listPeople(db, request.site?.id)).filter(
      (other) => other.id !== person.id && !other.disabledAt,
    );
    const own = person.memberships.filter((each) => each.site === (request.site?.id ?? null));
    return reply.draw('people/person', person.name, {
      person,
      colleagues,
      own: own.map((each) => each.role),
      roles: rolesFor(request.site),
      manageable: canManage(request, person),
      errors,
      here: here(request),
    });
  }

  /** Somebody of this site; for an operator, anybody. */
  async function seen(request: FastifyRequest): Promise<Person> {
    const { id } = request.params as PersonParams['Params'];
    const person = /^[0-9a-f-]{36}$/.test(id) ? await findPerson(db, id) : undefined;
    const isHere = !request.site || person?.memberships.some((each) => each.site === request.site?.id);
    if (!person || !isHere) throw new DomainError('not-found', 'There is no such person here.');
    return person;
  }

  async function managed(request: FastifyRequest): Promise<Person> {
    const person = await seen(request);
    if (canManage(request, person)) return person;
    throw new DomainError('forbidden', 'This person also works elsewhere: an operator has to do this.');
  }

  function showLink(reply: FastifyReply, purpose: LinkPurpose, made: { secret: string; expiresAt: Date }) {
    const url = `${context.config.deskUrl}/desk/link/${made.secret}`;
    return reply.draw('people/link', `people.link-${purpose}`, { url, expiresAt: made.expiresAt });
  }
}

/**
 * A head of site has power over an account only where all that it may do lies in the head's own sites: a link
 * for a lost password would otherwise open doors that the head does not have.
 */
function canManage(request: FastifyRequest, person: Person): boolean {
  const caller = callerOf(request);
  if (may(caller, 'people:manage')) return true;
  return person.memberships.every(
    ({ site }) => site !== null && may(caller, 'members:manage', { id: site, kind: '' }),
  );
}

const at = (site: Site | null, role: Role): Membership => ({ role, site: site?.id ?? null });
const here = ({ site }: FastifyRequest) => (site ? `/desk/sites/${site.slug}/people` : '/desk/people');
