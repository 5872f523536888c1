import { cancellationInput, draftCancellation } from '@warta/alerts';
import { translator } from '@warta/languages';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DOORS } from '../../api/alerts/doors.ts';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { checked } from '../frame/checked.ts';
import { answerForm, type Errors, readForm, type Sent, sentIn } from '../frame/forms.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { alertAddress } from './address.ts';
import { fieldsIn, type Typed } from './alert-fields.ts';
import { fieldLabel } from './field-label.ts';

const about = z.object({ _version: z.coerce.number().int().positive() });

/** The end of an alert before its time: the all-clear in each of its languages. */
export const cancellationRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, write } of DOORS) {
    const config = { permission: write };
    app.get(`${base}/:id/cancellation`, { config }, async (request, reply) => page(request, reply));

    app.post(`${base}/:id/cancellation`, { config }, async (request, reply) =>
      answerForm(
        request,
        reply,
        async () => {
          const { alert, site, here } = await alertAddress(db, request);
          const { _version: expected } = readForm(about.loose(), request);
          await draftCancellation(db, actorOf(request), alert.id, expected, endIn(sentIn(request)), { site });
          return reply.redirect(`${here}/release?said=alert-saved`, 303);
        },
        (errors, sent) => page(request, reply, errors, sent),
      ),
    );
  }

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent?: Sent) {
    const address = await alertAddress(db, request);
    const { alert } = address;
    if (alert.state !== 'standing' || !alert.standing) {
      throw new DomainError('conflict', 'Only an alert that stands can be ended.');
    }
    const t = deskWords(deskLanguage(request));
    const locales = alert.standing.content.texts.map(({ locale }) => locale);
    const texts = sent
      ? fieldsIn(sent).texts
      : Object.fromEntries(locales.map((tag) => [tag, allClear(tag)]));
    const labels = Object.keys(errors).map((field) => [field, fieldLabel(t, deskLanguage(request), field)]);
    return reply.draw('alerts/cancellation', 'alerts.end', {
      ...address,
      ...{ practice: alert.practice, errors, texts, labels: Object.fromEntries(labels) },
    });
  }
};

/** What readers' pages say of an alert that is over, to begin from. */
function allClear(locale: string): Typed {
  const say = translator(locale);
  return { heading: say('alert.over.heading'), body: '', instruction: '' };
}

/** @throws {DomainError} `invalid`, by the form's fields */
function endIn(sent: Sent) {
  const texts = Object.entries(fieldsIn(sent).texts)
    .filter(([, { heading, body }], index) => index === 0 || heading || body)
    .map(([locale, { heading, body }]) => ({ locale, heading, body }));
  return checked(cancellationInput, { texts }, ([, index, part]) => {
    const locale = texts[Number(index)]?.locale ?? 'id';
    return `text.${locale}.${String(part ?? 'heading')}`;
  });
}
