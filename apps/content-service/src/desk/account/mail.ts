import { findPerson, setProfile } from '@warta/accounts';
import { NOTIFICATIONS } from '@warta/mail';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { callerOf } from '../session.ts';

const KINDS = NOTIFICATIONS.map(({ kind }) => kind);
const wanted = z.object({
  on: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(KINDS))),
});

/** What one wants to be told by mail. */
export const mailRoutes: DeskRoutes = (app, { database: { db }, mail }) => {
  const own = { config: { permission: 'own:manage' as const } };

  app.get('/account/mail', own, async (request, reply) => {
    const person = await findPerson(db, callerOf(request).person);
    return reply.draw('account/mail', 'mail.title', {
      notifications: NOTIFICATIONS,
      off: person?.mailOff ?? [],
      mailIsOn: mail.mailIsOn,
    });
  });

  app.post('/account/mail', own, async (request, reply) => {
    const { on } = readForm(wanted, request);
    const mailOff = KINDS.filter((kind) => !on.includes(kind));
    await db
      .transaction()
      .execute((trx) => setProfile(trx, actorOf(request), callerOf(request).person, { mailOff }));
    return reply.redirect('/desk/account/mail?said=saved', 303);
  });
};
