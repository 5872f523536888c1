import { may } from '@warta/accounts';
import { confirmAlert, discardDraft, makeReleaseLink } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { liftHeld } from '../../alerts/lift-held.ts';
import { DOORS } from '../../api/alerts/doors.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { type Errors, readForm, type Sent, sentIn } from '../frame/forms.ts';
import { callerOf } from '../session.ts';
import { alertAddress } from './address.ts';
import { alertPage } from './alert-page.ts';
import { type Passed, passOn } from './pass-on.ts';
import { refusal } from './refusal.ts';
import { isSecond, rightToRelease } from './right-to-release.ts';
import { holdIn, signAlert } from './sign-alert.ts';
import { pinnedFor, versionShown } from './version-shown.ts';

const version = z.coerce.number().int().positive();
const about = z.object({ _version: version });
const signing = about.extend({
  alone: z.literal('yes').optional(),
  reason: z.string().trim().max(1000).default(''),
});

interface Shown {
  errors?: Errors;
  sent?: Sent;
  /** The link for a second person, which is shown this once. */
  passed?: Passed;
}

/** What readers will see, and the second person who lets them. */
export const alertReleaseRoutes: DeskRoutes = (app, context) => {
  const { config, database } = context;
  const { db } = database;

  for (const { base, read, write, release } of DOORS) {
    const may = (permission: typeof read) => ({ config: { permission } });

    app.get(`${base}/:id/release`, may(read), async (request, reply) => page(request, reply));

    app.post(`${base}/:id/release`, may(release), async (request, reply) => {
      const { alert, site, here } = await alertAddress(db, request);
      const { _version: expected, alone, reason } = readForm(signing, request);
      const { receivedAt } = request;
      const ways = {
        actor: actorOf(request),
        site,
        receivedAt,
        reason: alone && reason ? reason : undefined,
      };
      try {
        await signAlert(db, { id: alert.id, version: expected }, ways, holdIn(sentIn(request)));
      } catch (error) {
        return refused(request, reply, error, 'release');
      }
      return reply.redirect(
        `${here}?said=${alert.draft?.kind === 'cancel' ? 'alert-ended' : 'alert-released'}`,
        303,
      );
    });

    app.post(`${base}/:id/confirmation`, may(release), async (request, reply) => {
      const { alert, site, here } = await alertAddress(db, request);
      const { _version: expected } = readForm(about, request);
      try {
        await confirmAlert(db, alert.id, expected, { actor: actorOf(request), site });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { status, errors } = refusal(request, error, 'confirm');
        return alertPage(context, request, reply.code(status), errors);
      }
      return reply.redirect(`${here}?said=alert-confirmed`, 303);
    });

    app.post(`${base}/:id/links`, may(write), async (request, reply) => {
      const { alert } = await alertAddress(db, request);
      const { _version: expected } = readForm(about, request);
      try {
        const { secret, expiresAt } = await makeReleaseLink(db, actorOf(request), alert.id, expected);
        const url = `${config.deskUrl}/desk/alerts/link/${secret}`;
        return await page(request, reply, { passed: await passOn(request, alert, url, expiresAt) });
      } catch (error) {
        return refused(request, reply, error, 'link');
      }
    });

    app.post(`${base}/:id/hold/removal`, may(release), async (request, reply) => {
      const { alert, site, here } = await alertAddress(db, request);
      await liftHeld(db, actorOf(request), alert.id, site);
      return reply.redirect(`${here}?said=alert-lifted`, 303);
    });

    app.post(`${base}/:id/discard`, may(write), async (request, reply) => {
      const { alert, site, above, here } = await alertAddress(db, request);
      const { _version: expected } = readForm(about, request);
      await discardDraft(db, actorOf(request), alert.id, expected, { site });
      return reply.redirect(`${alert.standing ? here : above}?said=alert-discarded`, 303);
    });
  }

  /** What was refused is said on the page as it stands now, with what can be done instead. */
  async function refused(
    request: FastifyRequest,
    reply: FastifyReply,
    error: unknown,
    what: 'release' | 'link',
  ) {
    if (!(error instanceof DomainError)) throw error;
    const { status, errors } = refusal(request, error, what);
    return page(request, reply.code(status), { errors, sent: sentIn(request) });
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    { errors = {}, sent = {}, passed }: Shown = {},
  ) {
    const address = await alertAddress(db, request);
    const { alert, here, site } = address;
    if (!alert.draft) {
      if (request.method === 'GET') return reply.redirect(here, 303);
      return alertPage(context, request, reply, errors);
    }
    const caller = callerOf(request);
    const right = await rightToRelease(db, caller, alert);
    return reply.draw('alerts/release', 'alerts.look', {
      ...address,
      ...{ practice: alert.practice, errors, sent, passed },
      ...(await versionShown(db, request, alert, alert.draft)),
      pinned: await pinnedFor(db, alert),
      isSecond: right !== undefined && isSecond(caller, alert),
      mayAlone: site === undefined && may(caller, 'alerts:release'),
      mayWrite: may(caller, site ? 'alerts:draft' : 'alerts:write', site),
    });
  }
};
