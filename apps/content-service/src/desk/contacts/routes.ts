import { DomainError } from '@warta/problems';
import { CONTACT_KINDS, type Contact, DAYS, findContacts, findLacks, PURPOSES } from '@warta/sites';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent, sentIn } from '../frame/forms.ts';
import { plainFields } from '../frame/rows.ts';
import { deskLanguage } from '../frame/words.ts';
import { siteOf } from '../session.ts';
import { labelsIn } from '../settings/labels.ts';
import { asReadersSee, keyOf } from './as-readers-see.ts';
import { changeContacts } from './change-contacts.ts';
import { contactFields, contactIn } from './contact-form.ts';
import { holidayRoutes } from './holidays.ts';
import { importRoutes } from './import.ts';

interface Named {
  Params: { key: string };
}
const kindAsked = z.object({ kind: z.enum(CONTACT_KINDS).catch('phone') });
const move = z.object({ step: z.enum(['up', 'down']) });

/** Whom to reach at a site: each contact is added, changed, moved and taken out by itself. */
export const contactRoutes: DeskRoutes = (app, context) => {
  const { database } = context;
  const { db } = database;
  const options = { config: { permission: 'contacts:write' as const } };
  const base = '/sites/:site/contacts';

  app.get(base, options, async (request, reply) => {
    const site = siteOf(request);
    const now = new Date();
    const lacks = await findLacks(db, site, now);
    return reply.draw('contacts/contacts', 'contacts.title', {
      ...(await seen(request, now)),
      kinds: CONTACT_KINDS,
      noEmergency: lacks.some(({ code }) => code === 'emergency-number'),
    });
  });

  app.get(`${base}/new`, options, async (request, reply) => {
    const { kind } = kindAsked.parse(request.query);
    return form(request, reply, { fields: { kind, purpose: 'general', hours: 'unknown' } });
  });

  app.post(base, options, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const contact = typed(request);
        await changeContacts(database, request, (all) => (has(all, contact) ? undefined : [...all, contact]));
        return back(request, reply);
      },
      (errors, sent) => form(request, reply, { fields: plainFields(sent), errors }),
    ),
  );

  app.get<Named>(`${base}/:key`, options, async (request, reply) => {
    const { contacts } = await findContacts(db, siteOf(request).id);
    const contact = contacts.find((each) => keyOf(each) === request.params.key);
    if (!contact) throw new DomainError('not-found', 'This contact was changed or taken out.');
    return form(request, reply, { fields: contactFields(contact), key: keyOf(contact) });
  });

  app.post<Named>(`${base}/:key`, options, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { key } = request.params;
        const contact = typed(request);
        let isGone = false;
        await changeContacts(database, request, (all) => {
          const isThere = all.some((each) => keyOf(each) === key);
          isGone = !isThere && !has(all, contact);
          return isThere ? all.map((each) => (keyOf(each) === key ? contact : each)) : undefined;
        });
        if (!isGone) return back(request, reply);
        return form(request, reply.code(409), { fields: contactFields(contact), isGone });
      },
      (errors, sent) => form(request, reply, { fields: plainFields(sent), errors, key: request.params.key }),
    ),
  );

  app.post<Named>(`${base}/:key/removal`, options, async (request, reply) => {
    await changeContacts(database, request, (all) =>
      all.filter((each) => keyOf(each) !== request.params.key),
    );
    return back(request, reply);
  });

  app.post<Named>(`${base}/:key/place`, options, async (request, reply) => {
    const { step } = readForm(move, request);
    await changeContacts(database, request, (all) => moved(all, request.params.key, step));
    return back(request, reply);
  });

  holidayRoutes(app, context);
  app.register(async (scope) => importRoutes(scope, context));

  async function form(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const lang = deskLanguage(request);
    const title = shown.key ? 'contacts.change' : 'contacts.add';
    return reply.draw('contacts/contact', title, {
      ...{ errors: {}, key: undefined, isGone: false, ...shown },
      ...{ days: DAYS, purposes: PURPOSES, tongueOf: labelsIn((key) => key, lang).tongueOf },
      ...(shown.isGone && (await seen(request, new Date()))),
    });
  }

  async function seen(request: FastifyRequest, now: Date) {
    const site = siteOf(request);
    const { contacts, holidays } = await findContacts(db, site.id);
    const lang = deskLanguage(request);
    return { contacts: contacts.map((each) => asReadersSee(each, site, { holidays, now, lang })) };
  }
};

interface Shown {
  fields: Record<string, string>;
  errors?: Errors;
  key?: string;
  /** Somebody else has changed it or taken it out since it was opened. */
  isGone?: boolean;
}

function typed(request: FastifyRequest): Contact {
  const { _csrf, ...sent } = sentIn(request) as Sent;
  return contactIn(sent, siteOf(request).locales[0] ?? 'id');
}

/** Whether it is there already: what is sent twice is saved once. */
const has = (all: readonly Contact[], contact: Contact) => all.some((each) => keyOf(each) === keyOf(contact));

function moved(all: readonly Contact[], key: string, step: 'up' | 'down'): Contact[] | undefined {
  const from = all.findIndex((each) => keyOf(each) === key);
  const to = from + (step === 'up' ? -1 : 1);
  const contact = all[from];
  if (!contact || to < 0 || to >= all.length) return undefined;
  return all.toSpliced(from, 1).toSpliced(to, 0, contact);
}

const back = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`/desk/sites/${siteOf(request).slug}/contacts?said=saved`, 303);
