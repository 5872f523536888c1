import { dropFactorByLink, findLink, setPasswordByLink, signIn } from '@warta/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm } from '../frame/forms.ts';
import { cookiesOf } from '../session.ts';

const choice = z
  .object({ password: z.string(), repeated: z.string() })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'password.differs',
  });

interface LinkParams {
  Params: { secret: string };
}

/** Links that work once: an invitation, a lost password, a lost phone. */
export const linkRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const cookies = cookiesOf(context);
  const open = { config: { permission: 'public' as const } };

  app.get<LinkParams>('/link/:secret', open, async (request, reply) => page(request, reply));

  app.post<LinkParams>('/link/:secret', open, async (request, reply) => {
    const { secret } = request.params;
    const link = await findLink(db, secret);
    if (!link) return page(request, reply);
    if (link.purpose === 'second-factor') {
      await dropFactorByLink(db, request.ip, secret);
      return reply.redirect('/desk/sign-in?said=factor-dropped', 303);
    }
    return answerForm(
      request,
      reply,
      async () => {
        const { password } = readForm(choice, request);
        const { email } = await setPasswordByLink(db, request.ip, secret, password);
        return enter(request, reply, email, password);
      },
      (errors) => page(request, reply, errors),
    );
  });

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
    const { secret } = request.params as LinkParams['Params'];
    const link = await findLink(db, secret);
    if (!link) return reply.code(410).draw('sign-in/link-over', 'link.over');
    return reply.draw('sign-in/link', `link.${link.purpose}`, { link, secret, errors });
  }

  /** Whoever has just chosen a password need not type it again. */
  async function enter(request: FastifyRequest, reply: FastifyReply, email: string, password: string) {
    const device = cookies.readDevice(request);
    const agent = request.headers['user-agent'] ?? '';
    const result = await signIn(db, context.limits, { email, password, address: request.ip, agent, device });
    if (result.kind !== 'in') return reply.redirect('/desk/sign-in', 303);
    cookies.setSession(reply, result.secret);
    cookies.setDevice(reply, result.device);
    return reply.redirect(result.needsCode ? '/desk/sign-in/code' : '/desk', 303);
  }
};
