import { may } from '@warta/accounts';
import { momentAt } from '@warta/languages';
import {
  askForChanges,
  checkText,
  type Draft,
  findDraft,
  findOffer,
  mayApprove,
  publishDraft,
  submitForReview,
} from '@warta/posts';
import { DomainError, invalid } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { z } from 'zod';
import { noteOverride } from '../../colleagues/note-override.ts';
import { tell } from '../../colleagues/tell.ts';
import { wordsToShare } from '../../colleagues/words-to-share.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { callerOf } from '../session.ts';
import { TEXT, textAddress } from './address.ts';
import { fieldLabels } from './field-labels.ts';
import type { TextAddress } from './writing-place.ts';

const revision = z.coerce.number().int().positive();
const when = z.object({
  revision,
  when: z.enum(['now', 'later']).default('now'),
  at: z.string().trim().default(''),
  override: z.literal('on').optional(),
  reason: z.string().trim().max(1000).default(''),
});
const wish = z.object({ revision, note: z.string().default('') });

/** From a saved text to a published one: what is to be looked at, a colleague's check, the moment. */
export const publicationRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'posts:read' as const } };
  const write = { config: { permission: 'posts:write' as const } };
  const publish = { config: { permission: 'posts:publish' as const } };

  app.get(`${TEXT}/publication`, read, async (request, reply) => page(request, reply));

  app.post(`${TEXT}/publication`, publish, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const address = textAddress(request);
        const given = readForm(when, request);
        const key = { post: address.post, locale: address.locale, revision: given.revision };
        const isAllowed = may(callerOf(request), 'posts:override', address.site);
        const override = given.override && { reason: given.reason, isAllowed };
        const at = chosenMoment(address, given);
        await publishDraft(db, actorOf(request), address.site, key, {
          at,
          override,
          async also(trx, { title, submittedBy }, published) {
            await noteOverride(trx, request, published);
            await tell(context, trx, request, address, 'published', { title, person: submittedBy });
          },
        });
        return reply.redirect(`${address.here}/publication?said=${at ? 'scheduled' : 'published'}`, 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post(`${TEXT}/review`, write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const address = textAddress(request);
        const { site, post, locale, here } = address;
        const { revision: looked } = readForm(wish, request);
        await db.transaction().execute(async (trx) => {
          const key = { post, locale, revision: looked };
          const { title } = await submitForReview(trx, actorOf(request), site, key);
          await tell(context, trx, request, address, 'review-asked', { title });
        });
        return reply.redirect(`${here}/publication?said=submitted`, 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post(`${TEXT}/changes`, publish, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const address = textAddress(request);
        const { site, post, locale, here } = address;
        const { note, revision: looked } = readForm(wish, request);
        await db.transaction().execute(async (trx) => {
          const key = { post, locale, revision: looked };
          const { title, submittedBy } = await askForChanges(trx, actorOf(request), site, key, note);
          await tell(context, trx, request, address, 'changes-asked', { title, note, person: submittedBy });
        });
        return reply.redirect(`${here}/publication?said=changes-asked`, 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const address = textAddress(request);
    const { site, post, locale } = address;
    const draft = await findDraft(db, site.id, post, locale);
    if (!draft) throw new DomainError('not-found', 'There is no such text on this site.');
    const findings = await checkText(db, draft);
    return reply.draw('posts/publication', named(draft.title, 'publication.title'), {
      ...address,
      draft,
      findings,
      stops: findings.some((finding) => finding.stops),
      errors,
      labels: fieldLabels(request, errors),
      sent,
      isOwn: site.fourEyes && !(await mayApprove(db, actorOf(request), draft)),
      offer: await findOffer(db, post),
      live: await liveParts(request, address, draft),
    });
  }

  /** What to do with a post that is out: its address, a picture of it for phones, words to pass on. */
  async function liveParts(request: FastifyRequest, { site }: TextAddress, draft: Draft) {
    const words = await wordsToShare(db, context.config, site, draft);
    if (!words) return null;
    const { url, texts } = words;
    const qr = await QRCode.toDataURL(url, { margin: 1, width: 400 });
    const mayUnpublish = may(callerOf(request), 'posts:publish', site);
    return { url, qr, mayUnpublish, texts: Object.entries(texts) };
  }

  /** Who fills in a time and leaves "now" as it was may mean either: nobody but they can say. */
  function chosenMoment({ site }: TextAddress, { when: chosen, at: typed }: z.output<typeof when>) {
    if (chosen === 'now') {
      if (typed === '') return undefined;
      throw invalid({ field: 'at', message: 'is filled in, and "now" is chosen', why: 'at.now' });
    }
    const at = momentAt(typed, site.timezone);
    if (!at) throw invalid({ field: 'at', message: 'is not a date and time', why: 'moment' });
    return at;
  }
};
