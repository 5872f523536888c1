import { findContacts, holidaysInput, saveHolidays } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { checked } from '../frame/checked.ts';
import { answerForm, type Errors, type Sent, sentIn } from '../frame/forms.ts';
import { plainFields, wordsIn } from '../frame/rows.ts';
import { deskLanguage } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { labelsIn } from '../settings/labels.ts';

/** The days on which a site keeps holiday hours. */
export const holidayRoutes: DeskRoutes = (app, { database: { db } }) => {
  const options = { config: { permission: 'contacts:write' as const } };
  const base = '/sites/:site/holidays';

  app.get(base, options, async (request, reply) => page(request, reply));

  app.post(base, options, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { id, slug, locales } = siteOf(request);
        const fields = plainFields(sentIn(request));
        const { version, holidays } = await findContacts(db, id);
        const day = { date: fields.date ?? '', name: wordsIn(fields, 'name') };
        const all = checked(holidaysInput, [...holidays, day], ([, field = 'date', locale = locales[0]]) =>
          field === 'name' ? `name.${String(locale)}` : String(field),
        );
        await saveHolidays(db, actorOf(request), slug, all, { version });
        return reply.redirect(`/desk/sites/${slug}/holidays?said=saved`, 303);
      },
      (errors, sent) => page(request, reply, errors, sent),
    ),
  );

  app.post<{ Params: { date: string } }>(`${base}/:date/removal`, options, async (request, reply) => {
    const { id, slug } = siteOf(request);
    const { version, holidays } = await findContacts(db, id);
    const left = holidays.filter(({ date }) => date !== request.params.date);
    if (left.length < holidays.length) await saveHolidays(db, actorOf(request), slug, left, { version });
    return reply.redirect(`/desk/sites/${slug}/holidays?said=saved`, 303);
  });

  async function page(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}, sent: Sent = {}) {
    const { id, timezone } = siteOf(request);
    const { holidays } = await findContacts(db, id);
    const today = new Intl.DateTimeFormat('sv', { timeZone: timezone }).format(new Date());
    const { tongueOf } = labelsIn((key) => key, deskLanguage(request));
    return reply.draw('contacts/holidays', 'holidays.title', {
      coming: holidays.filter(({ date }) => date >= today),
      past: holidays.filter(({ date }) => date < today).length,
      ...{ today, tongueOf, errors, fields: plainFields(sent) },
    });
  }
};
