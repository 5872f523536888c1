import { findPerson, showFactor, signIn } from '@warta/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recipientOf } from '../../people/letters.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { deviceWords } from '../frame/device-words.ts';
import { type Errors, readForm } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { type Caller, cookiesOf, waitsFor } from '../session.ts';

const credentials = z.object({
  email: z.string().max(300).default(''),
  password: z.string().max(1000).default(''),
});
const code = z.object({ code: z.string().max(40).default('') });

/** Signing in, by name and password and then by a code, and out. */
export const signInRoutes: DeskRoutes = (app, context) => {
  const { database, limits, box } = context;
  const cookies = cookiesOf(context);
  const open = { config: { permission: 'public' as const } };

  app.get('/sign-in', open, async (request, reply) => {
    if (request.caller && !waitsFor(request.caller)) return reply.redirect(nextOf(request), 303);
    return form(request, reply);
  });

  app.post('/sign-in', open, async (request, reply) => {
    const given = readForm(credentials, request);
    const device = cookies.readDevice(request);
    const result = await signIn(database.db, limits, { ...given, ...from(request), device });
    if (result.kind === 'wait')
      return form(request, waiting(reply, result.seconds), tooMany(request, result.seconds), given.email);
    if (result.kind === 'wrong')
      return form(request, reply.code(422), wrong(request, 'sign-in.wrong'), given.email);
    cookies.setSession(reply, result.secret);
    cookies.setDevice(reply, result.device);
    if (result.newDevice) await tellOfSignIn(context, request, result.person);
    const next = nextOf(request);
    return reply.redirect(
      result.needsCode ? `/desk/sign-in/code?next=${encodeURIComponent(next)}` : next,
      303,
    );
  });

  app.get('/sign-in/code', open, async (request, reply) => {
    if (!awaitsCode(request.caller)) return reply.redirect('/desk/sign-in', 303);
    return codeForm(request, reply);
  });

  app.post('/sign-in/code', open, async (request, reply) => {
    const { caller } = request;
    if (!awaitsCode(caller)) return reply.redirect('/desk/sign-in', 303);
    const device = cookies.readDevice(request) ?? '';
    const given = { ...readForm(code, request), ...from(request), device };
    const result = await showFactor(database.db, { limits, box }, caller, given);
    if (result.kind === 'wait')
      return codeForm(request, waiting(reply, result.seconds), tooMany(request, result.seconds));
    if (result.kind === 'sealed') {
      request.log.error('a code could not be checked: SECRET_KEY is not the one it was set up with');
      return codeForm(request, reply.code(503), wrong(request, 'sign-in.sealed'));
    }
    if (result.kind === 'wrong')
      return codeForm(request, reply.code(422), wrong(request, 'sign-in.wrong-code'));
    cookies.setSession(reply, result.secret);
    if (result.newDevice) await tellOfSignIn(context, request, caller.person);
    return reply.redirect(nextOf(request), 303);
  });
};

/** Too Many Requests (RFC 6585, 4), with when to come again. */
const waiting = (reply: FastifyReply, seconds: number) =>
  reply.code(429).header('retry-after', String(Math.ceil(seconds)));

/** A letter tells whom the account belongs to, so that a stranger's sign-in does not stay unseen. */
async function tellOfSignIn(context: DeskContext, request: FastifyRequest, id: string): Promise<void> {
  const { config, database, mail } = context;
  const person = mail.mailIsOn && (await findPerson(database.db, id));
  if (!person) return;
  const words = deviceWords(from(request).agent, deskWords(person.language));
  const device = `${words} (${request.ip})`;
  const letter = {
    kind: 'new-sign-in' as const,
    device,
    at: new Date(),
    link: `${config.deskUrl}/desk/account`,
  };
  await database.db
    .transaction()
    .execute(async (trx) => mail.sendMail(trx, await recipientOf(trx, person), letter, person.mailOff));
}

function form(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, email = '') {
  return reply.draw('sign-in/sign-in', 'sign-in.title', { errors, email, next: nextOf(request) });
}

function codeForm(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
  return reply.draw('sign-in/code', 'sign-in.code-title', { errors, next: nextOf(request) });
}

const awaitsCode = (caller: Caller | null): caller is Caller =>
  caller !== null && waitsFor(caller) === 'code';

/** Where to go afterwards: a page of the desk and nowhere else. */
function nextOf(request: FastifyRequest): string {
  const { next } = request.query as { next?: unknown };
  if (typeof next !== 'string' || !/^\/desk(?:[/?][^\\\s]*)?$/.test(next)) return '/desk';
  return next.startsWith('/desk/sign-in') ? '/desk' : next;
}

const from = (request: FastifyRequest) => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

const wrong = (request: FastifyRequest, key: string): Errors => ({
  form: deskWords(deskLanguage(request))(key),
});

function tooMany(request: FastifyRequest, seconds: number): Errors {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return { form: deskWords(deskLanguage(request))('sign-in.wait', { minutes }) };
}
