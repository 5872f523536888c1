import { may } from '@warta/accounts';
import { changeAlert } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import { z } from 'zod';
import { NO_HOLD } from '../../alerts/settle-hold.ts';
import { DOORS } from '../../api/alerts/doors.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { callerOf } from '../session.ts';
import { alertAddress } from './address.ts';
import { alertPage } from './alert-page.ts';
import { refusal } from './refusal.ts';
import { signAlert } from './sign-alert.ts';

const about = z.object({ _version: z.coerce.number().int().positive() });
const longer = about.extend({ hours: z.coerce.number().min(1).max(168) });
const HOUR_MS = 3_600_000;

/** An alert's page, and how long it stands. */
export const standingRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, read, write } of DOORS) {
    app.get(`${base}/:id`, { config: { permission: read } }, async (request, reply) =>
      alertPage(context, request, reply),
    );

    /** Longer by so much: at the ministry at once, since no word is changed; a head of site asks a second person. */
    app.post(`${base}/:id/expiry`, { config: { permission: write } }, async (request, reply) => {
      const { alert, site, here } = await alertAddress(db, request);
      const { hours, _version: expected } = readForm(longer, request);
      const { standing, expiresAt } = alert;
      const actor = actorOf(request);
      try {
        if (!standing || !expiresAt || alert.draft || alert.state !== 'standing') {
          throw new DomainError(
            'conflict',
            'Only an alert that stands and is not being written can stand longer.',
          );
        }
        const at = new Date(expiresAt.getTime() + hours * HOUR_MS).toISOString();
        const { template, content } = standing;
        const { area, texts, severity, urgency, certainty } = content;
        const input = { template, area, texts, severity, urgency, certainty, expiry: { at } };
        const { version } = await changeAlert(db, actor, alert.id, expected, input, { site });
        if (site || !may(callerOf(request), 'alerts:release'))
          return await reply.redirect(`${here}/release`, 303);
        const reason = deskWords(deskLanguage(request))('alerts.only-longer', { hours });
        const { receivedAt } = request;
        await signAlert(db, { id: alert.id, version }, { actor, receivedAt, reason }, NO_HOLD);
        return await reply.redirect(`${here}?said=alert-longer`, 303);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { status, errors } = refusal(request, error, 'extend');
        return alertPage(context, request, reply.code(status), errors);
      }
    });
  }
};
