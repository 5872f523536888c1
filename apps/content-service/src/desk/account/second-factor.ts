import { beginFactor, confirmFactor, countBackupCodes, renewBackupCodes } from '@warta/accounts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm } from '../frame/forms.ts';
import { callerOf, cookiesOf } from '../session.ts';
import { restartSession } from './restart-session.ts';

const code = z.object({ code: z.string().max(40).default('') });

/** Setting up the second factor, and new backup codes. */
export const factorRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const cookies = cookiesOf(context);
  const config = { permission: 'own:manage' as const, serves: ['enrolment'] as const };

  app.get('/account/second-factor', { config }, async (request, reply) => page(request, reply));

  app.post('/account/second-factor', { config }, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { code: given } = readForm(code, request);
        const codes = await confirmFactor(db, context.box, actorOf(request), callerOf(request).person, given);
        cookies.setSession(reply, await restartSession(db, request));
        return reply.draw('account/backup-codes', 'factor.backup-title', { codes });
      },
      (errors) => page(request, reply, errors),
    ),
  );

  app.post('/account/second-factor/backup-codes', { config }, async (request, reply) => {
    const codes = await db
      .transaction()
      .execute((trx) => renewBackupCodes(trx, actorOf(request), callerOf(request).person));
    return reply.draw('account/backup-codes', 'factor.backup-title', { codes });
  });

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
    const { person: id, email } = callerOf(request);
    const begun = await beginFactor(db, context.box, { id, email });
    if (!begun) {
      const left = await countBackupCodes(db, id);
      return reply.draw('account/factor-on', 'factor.title', { left });
    }
    const qr = await QRCode.toDataURL(begun.uri, { margin: 1, width: 400 });
    return reply.draw('account/factor', 'factor.set-up', { ...begun, qr, errors });
  }
};
