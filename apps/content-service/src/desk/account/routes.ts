import { changePassword, endSessions, listSessions, setProfile } from '@warta/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { deviceWords } from '../frame/device-words.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { callerOf, cookiesOf } from '../session.ts';
import { mailRoutes } from './mail.ts';
import { factorRoutes } from './second-factor.ts';
import { ownTokenRoutes } from './tokens.ts';

const profile = z.object({
  name: z.string().trim().min(1, 'missing').max(100),
  language: z.enum(['id', 'en']),
});
const passwords = z
  .object({ current: z.string(), password: z.string(), repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'password.differs',
  });

/** One's own account: name, language, password, second factor, sessions, tokens. */
export const accountRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const cookies = cookiesOf(context);
  const own = { config: { permission: 'own:manage' as const } };
  const always = { config: { ...own.config, serves: ['code', 'enrolment'] as const } };

  app.get('/account', own, async (request, reply) => page(request, reply));

  app.post('/account/profile', own, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const input = readForm(profile, request);
        await db
          .transaction()
          .execute((trx) => setProfile(trx, actorOf(request), callerOf(request).person, input));
        return reply.redirect('/desk/account?said=saved', 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post('/account/password', own, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { current, password } = readForm(passwords, request);
        const { person, id: session } = callerOf(request);
        await changePassword(db, actorOf(request), { person, session, current, password });
        return reply.redirect('/desk/account?said=password-changed', 303);
      },
      (errors) => page(request, reply, errors),
    ),
  );

  app.post<{ Params: { id: string } }>('/account/sessions/:id/end', own, async (request, reply) => {
    await end(request, { id: request.params.id });
    return reply.redirect('/desk/account?said=session-ended', 303);
  });

  app.post('/account/sessions/end-others', own, async (request, reply) => {
    await end(request, { except: callerOf(request).id });
    return reply.redirect('/desk/account?said=session-ended', 303);
  });

  app.post('/sign-out', always, async (request, reply) => {
    await end(request, { id: callerOf(request).id });
    cookies.dropSession(reply);
    return reply.redirect('/desk/sign-in?said=signed-out', 303);
  });

  factorRoutes(app, context);
  ownTokenRoutes(app, context);
  mailRoutes(app, context);

  const end = (request: FastifyRequest, which: { id: string } | { except: string }) =>
    db.transaction().execute((trx) => endSessions(trx, actorOf(request), callerOf(request).person, which));

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const caller = callerOf(request);
    const t = deskWords(deskLanguage(request));
    const lines = await listSessions(db, caller.person);
    const sessions = lines.map((line) => ({ ...line, device: deviceWords(line.agent, t) }));
    return reply.draw('account/account', 'account.title', { errors, sent, sessions });
  }
};
