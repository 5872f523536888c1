import { changeAlert, draftAlert } from '@warta/alerts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DOORS } from '../../api/alerts/doors.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, sentIn } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { type AlertAddress, alertAddress, hereOf } from './address.ts';
import { type AlertFields, emptyFields, fieldsIn, fieldsOf } from './alert-fields.ts';
import { alertIn, bySpokenFields } from './alert-in.ts';
import { presetFor } from './area-choice.ts';
import { type DraftBasis, draftModel, fillFor, findBasis } from './draft-model.ts';
import { fieldLabel } from './field-label.ts';
import { wouldFollow } from './fill-words.ts';

const asked = z.object({
  template: z.string().max(40).catch(''),
  practice: z.literal('1').optional().catch(undefined),
});
const about = z.object({
  step: z.enum(['fill', 'save']).default('save'),
  practice: z.literal('yes').optional(),
  _version: z.coerce.number().int().positive().optional(),
});

interface Shown {
  basis: DraftBasis;
  fields: AlertFields;
  practice: boolean;
  address?: AlertAddress | undefined;
  errors?: Errors;
  /** A word above the form. */
  note?: 'follows' | 'moved' | undefined;
}

/** Writing an alert, or an update of one: template, area, words, until when. */
export const alertDraftRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, write } of DOORS) {
    const config = { permission: write };

    app.get(`${base}/new`, { config }, async (request, reply) => {
      const { template, practice } = asked.parse(request.query);
      const basis = await findBasis(db, request);
      const empty = emptyFields(template, presetFor(request.site ?? undefined));
      const fields = await fillFor(db, request, basis, empty);
      return page(request, reply, { basis, fields, practice: practice === '1' });
    });

    app.post(base, { config }, async (request, reply) => save(request, reply));

    app.get(`${base}/:id/edit`, { config }, async (request, reply) => {
      const address = await alertAddress(db, request);
      const basis = await findBasis(db, request);
      const fields = await fillFor(db, request, basis, fieldsOf(address.alert, basis.zone));
      return page(request, reply, { basis, fields, practice: address.alert.practice, address });
    });

    app.post(`${base}/:id/edit`, { config }, async (request, reply) =>
      save(request, reply, await alertAddress(db, request)),
    );
  }

  /** Nothing is saved that nobody has read: words that follow a late choice are shown first. */
  async function save(request: FastifyRequest, reply: FastifyReply, address?: AlertAddress) {
    const given = readForm(about.loose(), request);
    const practice = address?.alert.practice ?? given.practice === 'yes';
    const basis = await findBasis(db, request);
    const typed = fieldsIn(sentIn(request));
    const fields = await fillFor(db, request, basis, typed);
    const shown = { basis, practice, address };
    if (given.step === 'fill') return page(request, reply, { ...shown, fields });
    if (typed.template && wouldFollow(typed, fields)) {
      return page(request, reply.code(422), { ...shown, fields, note: 'follows' });
    }
    const expected = given._version ?? address?.alert.version ?? 0;
    return answerForm(
      request,
      reply,
      async () => {
        try {
          const id = await write(request, { basis, fields, practice }, address, expected);
          return await reply.redirect(`${hereOf(request.site)}/${id}/release?said=alert-saved`, 303);
        } catch (error) {
          const isStale = error instanceof DomainError && error.code === 'stale-version';
          if (!isStale) throw error;
          const now = await alertAddress(db, request);
          return page(request, reply.code(412), { ...shown, fields, address: now, note: 'moved' });
        }
      },
      (errors) => page(request, reply, { ...shown, fields, errors }),
    );
  }

  async function write(
    request: FastifyRequest,
    { basis, fields, practice }: Pick<Shown, 'basis' | 'fields' | 'practice'>,
    address: AlertAddress | undefined,
    expected: number,
  ): Promise<string> {
    const { zone } = basis;
    const input = alertIn(fields, { zone, expiresAt: address?.alert.expiresAt ?? null });
    const options = { site: request.site ?? undefined };
    const saved = await bySpokenFields(fields, () =>
      address
        ? changeAlert(db, actorOf(request), address.alert.id, expected, input, options)
        : draftAlert(db, actorOf(request), { ...input, practice }, options),
    );
    return saved.id;
  }

  async function page(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { address, errors = {}, note, ...basis } = shown;
    const t = deskWords(deskLanguage(request));
    const model = await draftModel(db, request, { ...basis, alert: address?.alert });
    const isUpdate = Boolean(address?.alert.standing);
    const title = isUpdate ? 'alerts.update' : shown.practice ? 'alerts.new-drill' : 'alerts.new';
    const labels = Object.fromEntries(
      Object.keys(errors).map((field) => [field, fieldLabel(t, deskLanguage(request), field)]),
    );
    const stands = note === 'moved' ? (address?.alert.draft ?? address?.alert.standing) : undefined;
    return reply.draw('alerts/draft', title, { ...model, errors, labels, note, stands });
  }
};
