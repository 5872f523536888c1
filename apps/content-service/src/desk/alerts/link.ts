import { type Alert, findAlert, findReleaseLink } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { type Errors, sentIn } from '../frame/forms.ts';
import { callerOf } from '../session.ts';
import { hereOf } from './address.ts';
import { refusal } from './refusal.ts';
import { isSecond, type Right, rightToRelease } from './right-to-release.ts';
import { holdIn, signAlert } from './sign-alert.ts';
import { pinnedFor, versionShown } from './version-shown.ts';

interface Named {
  Params: { secret: string };
}

/** Why a link does not lead to a release; each has words for what to do instead. */
type Dead = 'used' | 'released' | 'changed' | 'own' | 'no-right';

/** What a link for the second person leads to: one page with one button, by whatever right who opened it has. */
export const alertLinkRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const config = { permission: 'own:manage' as const };

  app.get<Named>('/alerts/link/:secret', { config }, async (request, reply) => {
    const found = await follow(request, request.params.secret);
    return 'dead' in found ? refuse(reply, found) : page(request, reply, found);
  });

  app.post<Named>('/alerts/link/:secret', { config }, async (request, reply) => {
    const { secret: link } = request.params;
    const found = await follow(request, link);
    if ('dead' in found) return refuse(reply, found);
    const { alert, right, version } = found;
    const { receivedAt } = request;
    try {
      const ways = { actor: actorOf(request), site: right.site, receivedAt, link };
      await signAlert(db, { id: alert.id, version }, ways, holdIn(sentIn(request)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, errors } = refusal(request, error, 'release');
      return page(request, reply.code(status), found, errors);
    }
    const said = alert.draft?.kind === 'cancel' ? 'alert-ended' : 'alert-released';
    return reply.redirect(`${hereOf(right.site)}/${alert.id}?said=${said}`, 303);
  });

  /** The one address of an alert for everybody who may release it, by the door each of them has. */
  app.get<{ Params: { id: string } }>('/alerts/go/:id', { config }, async (request, reply) => {
    const { id } = request.params;
    const alert = /^[0-9a-f-]{36}$/.test(id) ? await findAlert(db, id) : undefined;
    const right = alert && (await rightToRelease(db, callerOf(request), alert));
    if (!right) return refuse(reply, { dead: 'no-right' });
    return reply.redirect(`${hereOf(right.site)}/${id}`, 303);
  });

  interface Led {
    alert: Alert;
    version: number;
    right: Right;
  }

  async function follow(request: FastifyRequest, secret: string): Promise<Led | DeadEnd> {
    const caller = callerOf(request);
    const link = await findReleaseLink(db, secret);
    const alert = link && (await findAlert(db, link.alert));
    if (!alert) return { dead: 'used' };
    const right = await rightToRelease(db, caller, alert);
    if (!right) return { dead: 'no-right' };
    const here = `${hereOf(right.site)}/${alert.id}`;
    if (!link.isCurrent) return { dead: alert.draft ? 'changed' : 'released', here };
    return isSecond(caller, alert) ? { alert, right, version: link.version } : { dead: 'own', here };
  }

  interface DeadEnd {
    dead: Dead;
    here?: string;
  }

  function refuse(reply: FastifyReply, { dead, here }: DeadEnd) {
    const status = dead === 'no-right' || dead === 'own' ? 403 : 410;
    return reply.code(status).draw('alerts/dead-link', `alerts.link-${dead}`, { dead, here });
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { alert, right }: Led,
    errors: Errors = {},
  ) {
    const { draft } = alert;
    if (!draft) throw new DomainError('conflict', 'Nothing of this alert waits for its release.');
    return reply.draw('alerts/link', `alerts.look-${draft.kind}`, {
      ...{ alert, errors, practice: alert.practice, here: `${hereOf(right.site)}/${alert.id}` },
      ...(await versionShown(db, request, alert, draft)),
      pinned: await pinnedFor(db, alert),
    });
  }
};
