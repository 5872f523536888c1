import { may } from '@warta/accounts';
import { findAlertDeliveries, findAlertVersions } from '@warta/alerts';
import { bestText } from '@warta/languages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findHeld } from '../../alerts/lift-held.ts';
import { alertUrl } from '../../public/links.ts';
import type { DeskContext } from '../context.ts';
import type { Errors } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { deskLanguage } from '../frame/words.ts';
import { callerOf } from '../session.ts';
import { alertAddress } from './address.ts';
import { passOn } from './pass-on.ts';
import { mayConfirm, rightToRelease } from './right-to-release.ts';
import { versionShown } from './version-shown.ts';

/** An alert: whether it stands, where it was seen, what it says, and what can be done with it. */
export async function alertPage(
  { config, database: { db } }: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Errors = {},
): Promise<FastifyReply> {
  const address = await alertAddress(db, request);
  const { alert, site } = address;
  const version = alert.standing ?? alert.draft ?? (await findAlertVersions(db, alert.id))[0];
  if (!version) throw new Error(`alert ${alert.id} has no version`);
  const caller = callerOf(request);
  const right = await rightToRelease(db, caller, alert);
  const isUnconfirmed = alert.state === 'standing' && !alert.confirmed;
  const lang = deskLanguage(request);
  const heading = bestText(version.content.texts, lang, ['id', 'en'])?.heading;
  const goUrl = `${config.deskUrl}/desk/alerts/go/${alert.id}`;
  return reply.draw('alerts/alert', named(heading, 'alerts.title'), {
    ...address,
    ...{ practice: alert.practice, errors, heading },
    ...(await versionShown(db, request, alert, version)),
    held: await findHeld(db, alert.id),
    mayLift: right !== undefined,
    deliveries: await findAlertDeliveries(db, alert.id),
    isUnconfirmed,
    mayConfirm: right !== undefined && mayConfirm(caller, alert),
    passed: isUnconfirmed ? await passOn(request, { ...alert, draft: null }, goUrl) : null,
    mayWrite: may(caller, site ? 'alerts:draft' : 'alerts:write', site),
    readers: alertUrl(config, alert.number, lang),
  });
}
