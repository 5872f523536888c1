import {
  disablePerson,
  findPerson,
  findPersonByEmail,
  type Holder,
  invitePerson,
  type LinkPurpose,
  makeLink,
  mayManage,
  type Person,
  type PersonInput,
  type Role,
  setMemberships,
} from '@warta/accounts';
import type { Actor } from '@warta/audit';
import type { Database, Db, Trx } from '@warta/database';
import type { Mail } from '@warta/mail';
import { handOverPosts } from '@warta/posts';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { actorOf } from '../plugins/policy.ts';
import { mailLink } from './letters.ts';

/** Who looks after people, and where: on one site, or for the whole network. */
export interface Keeper {
  holder: Holder;
  actor: Actor;
  /** The name that the people see. */
  name: string;
  site: Site | null;
}

export interface PeopleContext {
  config: Config;
  database: Database;
  mail: Mail;
}

/** A link to pass on, shown this once; `mailed` where it is also sent. */
export interface LinkToPassOn {
  person: string;
  url: string;
  expiresAt: Date;
  mailed: boolean;
}

/** Whoever sent this request, on the site that its address names. */
export function keeperOf(request: FastifyRequest): Keeper {
  const holder = request.token ?? request.caller;
  if (!holder) throw new Error('the route was to ask for a permission');
  const actor = actorOf(request);
  return { holder, actor, name: request.caller?.name ?? actor.name, site: request.site };
}

/**
 * Somebody of the site; for the whole network, anybody.
 * @throws {DomainError} `not-found`
 */
export async function seenPerson(db: Db, { site }: Keeper, id: string): Promise<Person> {
  const person = /^[0-9a-f-]{36}$/.test(id) ? await findPerson(db, id) : undefined;
  const isHere = !site || person?.memberships.some((each) => each.site === site.id);
  if (!person || !isHere) throw new DomainError('not-found', 'There is no such person here.');
  return person;
}

/**
 * The same, where the keeper may change the account.
 * @throws {DomainError} `not-found`, `forbidden`
 */
export async function managedPerson(db: Db, keeper: Keeper, id: string): Promise<Person> {
  const person = await seenPerson(db, keeper, id);
  if (mayManage(keeper.holder, person.memberships)) return person;
  throw new DomainError('forbidden', 'This person also works elsewhere: an operator has to do this.');
}

/**
 * Invites somebody, by mail where mail is set, and gives the link to pass on.
 * @throws {DomainError} `invalid`, naming `email`, for an account that is in use or belongs to others as well
 */
export async function invite(
  context: PeopleContext,
  keeper: Keeper,
  input: PersonInput,
): Promise<LinkToPassOn> {
  return context.database.db.transaction().execute(async (trx) => {
    const known = await findPersonByEmail(trx, input.email);
    if (known && !mayManage(keeper.holder, known.memberships)) {
      throw invalid({ field: 'email', message: 'has an account already', why: 'person.taken' });
    }
    const made = await invitePerson(trx, keeper.actor, input);
    return passOn(context, keeper, trx, 'invitation', made);
  });
}

/**
 * Makes a link that lets somebody in again, by mail too where mail is set.
 * @throws {DomainError} `not-found`, `forbidden`
 */
export async function newLink(
  context: PeopleContext,
  keeper: Keeper,
  id: string,
  purpose: LinkPurpose,
): Promise<LinkToPassOn> {
  return context.database.db.transaction().execute(async (trx) => {
    const person = await managedPerson(trx, keeper, id);
    const made = await makeLink(trx, keeper.actor, person.id, purpose);
    return passOn(context, keeper, trx, purpose, { person: person.id, ...made });
  });
}

/**
 * Gives somebody these roles here; what they are elsewhere stays.
 * @throws {DomainError} `not-found`, `forbidden`
 */
export async function giveRoles(trx: Trx, keeper: Keeper, id: string, roles: readonly Role[]): Promise<void> {
  const { memberships } = await managedPerson(trx, keeper, id);
  const site = keeper.site?.id ?? null;
  const others = memberships.filter((each) => each.site !== site);
  await setMemberships(trx, keeper.actor, id, [...others, ...roles.map((role) => ({ role, site }))]);
}

/**
 * Lets somebody go who works elsewhere from now on: their drafts here go to a colleague, their roles here end, and
 * the account closes where none are left.
 * @throws {DomainError} `not-found`, `forbidden`; `invalid` for a successor who is not from here
 */
export async function letGo(
  trx: Trx,
  keeper: Keeper,
  id: string,
  successor: string | undefined,
): Promise<void> {
  const { actor, site } = keeper;
  const { memberships } = await managedPerson(trx, keeper, id);
  if (successor) {
    await seenPerson(trx, keeper, successor).catch(() => {
      throw invalid({ field: 'successor', message: 'is nobody from here', why: 'choose' });
    });
    await handOverPosts(trx, actor, id, successor, site?.id);
  }
  const others = memberships.filter((each) => site && each.site !== site.id);
  if (others.length > 0) await setMemberships(trx, actor, id, others);
  else await disablePerson(trx, actor, id);
}

async function passOn(
  { config, mail }: PeopleContext,
  { name: who, site }: Keeper,
  trx: Trx,
  purpose: LinkPurpose,
  made: { person: string; secret: string; expiresAt: Date },
): Promise<LinkToPassOn> {
  const person = await findPerson(trx, made.person);
  if (!person) throw new Error('the person of a new link is gone');
  const { expiresAt } = made;
  const url = `${config.deskUrl}/desk/link/${made.secret}`;
  const sent = await mailLink(mail, trx, { person, purpose, link: url, until: expiresAt, who, site });
  return { person: person.id, url, expiresAt, mailed: sent === 'queued' };
}
