import { enablePerson, findPerson, listPeople, type Person, type Role } from '@warta/accounts';
import type { Trx } from '@warta/database';
import { invalid } from '@warta/problems';
import { findSitesById, type Site } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  giveRoles,
  invite,
  type Keeper,
  keeperOf,
  type LinkToPassOn,
  letGo,
  managedPerson,
  newLink,
} from '../people/look-after-people.ts';
import { rolesFor } from '../people/roles-for.ts';
import { type ApiContext, problems, typed } from './context.ts';
import {
  invitationBody,
  linkAnswer,
  linkBody,
  type PersonChange,
  personAnswer,
  personChange,
} from './people-schemas.ts';

/** People by the rules of the desk: of one site for its head, of the whole network for operators. */
export function peopleApi(app: FastifyInstance, context: ApiContext): void {
  const network = { base: '/people', config: { permission: 'people:manage' as const } };
  const site = { base: '/sites/:site/people', config: { permission: 'members:manage' as const } };
  for (const place of [network, site]) placeRoutes(app, context, place);
}

function placeRoutes(app: FastifyInstance, context: ApiContext, { base, config }: Place): void {
  const { db } = context.database;
  const named = z.object({ ...(base.includes(':site') && { site: z.string() }), id: z.uuid() });
  const place = base.includes(':site') ? 'of the site' : 'of the whole network';
  const describe = (summary: string) => ({ tags: ['people'], summary: `${summary}, ${place}` });

  typed(app).get(
    base,
    { config, schema: { ...describe('People'), response: { 200: z.array(personAnswer), ...problems } } },
    async (request) => {
      const people = await listPeople(db, request.site?.id);
      return answers(people, request.site);
    },
  );

  typed(app).post(
    base,
    {
      config,
      schema: {
        ...describe('Invites somebody'),
        body: invitationBody,
        response: { 201: linkAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { roles, ...person } = request.body;
      const memberships = given(request.site, roles).map((role) => ({
        role,
        site: request.site?.id ?? null,
      }));
      const made = await invite(context, keeperOf(request), { ...person, memberships });
      return reply.code(201).send(linkOf(made));
    },
  );

  typed(app).patch(
    `${base}/:id`,
    {
      config,
      schema: {
        ...describe('Changes what somebody may do'),
        params: named,
        body: personChange,
        response: { 200: personAnswer, ...problems },
      },
    },
    async (request) => {
      const keeper = keeperOf(request);
      const { id } = request.params;
      const changed = await db.transaction().execute(async (trx) => {
        await managedPerson(trx, keeper, id);
        await change(trx, keeper, id, request.body);
        return findPerson(trx, id);
      });
      const [answer] = await answers(changed ? [changed] : [], request.site);
      if (!answer) throw new Error(`person ${id} is gone`);
      return answer;
    },
  );

  typed(app).post(
    `${base}/:id/links`,
    {
      config,
      schema: {
        ...describe('Makes a link that works once, for somebody who cannot get in'),
        params: named,
        body: linkBody,
        response: { 201: linkAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const made = await newLink(context, keeperOf(request), request.params.id, request.body.purpose);
      return reply.code(201).send(linkOf(made));
    },
  );

  async function answers(people: readonly Person[], here: Site | null) {
    const ids = people.flatMap(({ memberships }) => memberships.flatMap(({ site }) => site ?? []));
    const sites = here ? [here] : await findSitesById(db, [...new Set(ids)]);
    const slugs = new Map(sites.map(({ id, slug }) => [id, slug]));
    return people.map((person) => answerOf(person, slugs, here));
  }
}

interface Place {
  base: string;
  config: { permission: 'people:manage' | 'members:manage' };
}

async function change(trx: Trx, keeper: Keeper, id: string, asked: PersonChange): Promise<void> {
  if (asked.roles) await giveRoles(trx, keeper, id, given(keeper.site, asked.roles));
  if (asked.disabled === false) await enablePerson(trx, keeper.actor, id);
  if (asked.disabled) await letGo(trx, keeper, id, asked.successor);
}

/** @throws {DomainError} `invalid` for a role that is not given here */
function given(site: Site | null, roles: readonly Role[]): Role[] {
  const wrong = roles.findIndex((role) => !rolesFor(site).includes(role));
  if (wrong < 0) return [...new Set(roles)];
  throw invalid({ field: `roles.${wrong}`, message: `is none of ${rolesFor(site).join(', ')}` });
}

/** A site sees what its people are there, and nothing of what they are elsewhere. */
function answerOf(person: Person, slugs: ReadonlyMap<string, string>, here: Site | null) {
  const { id, email, name, language, hasFactor, acceptedAt, disabledAt } = person;
  const memberships = person.memberships
    .filter(({ site }) => !here || site === here.id)
    .map(({ role, site }) => ({ role, site: site && (slugs.get(site) ?? null) }));
  const states = { accepted: acceptedAt !== null, disabled: disabledAt !== null };
  return { id, email, name, language, memberships, hasFactor, ...states };
}

const linkOf = ({ expiresAt, ...link }: LinkToPassOn) => ({ ...link, expiresAt: expiresAt.toISOString() });
