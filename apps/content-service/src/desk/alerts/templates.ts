import { may } from '@warta/accounts';
import {
  type AlertTemplate,
  approveTemplate,
  CATEGORIES,
  CERTAINTIES,
  changeTemplate,
  findTemplate,
  listTemplates,
  SEVERITIES,
  type TemplateInput,
  URGENCIES,
} from '@warta/alerts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, sentIn } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { compareWords } from '../posts/compare.ts';
import { callerOf } from '../session.ts';
import { fieldLabel } from './field-label.ts';
import { type TemplateFields, templateFields, templateIn } from './template-form.ts';
import { templateName } from './template-name.ts';

const HERE = '/desk/alerts/templates';
const code = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'alert.code');
const params = z.object({ code });
const about = z.object({ _version: z.coerce.number().int().min(0) });
const begun = z.object({ code, kind: z.enum(['hazard', 'solemn']).default('hazard') });
const WORDS = ['event', 'heading', 'body', 'instruction'] as const;

/** The words for alerts that are approved before there is need of them. */
export const alertTemplateRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'alerts:read' as const } };
  const write = { config: { permission: 'alerts:write' as const } };

  app.get('/alerts/templates', read, async (request, reply) => list(request, reply));

  /** A new one begins with an empty form under its code. */
  app.post('/alerts/templates', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const given = readForm(begun, request);
        if (await findTemplate(db, given.code)) return reply.redirect(`${HERE}/${given.code}`, 303);
        return reply.redirect(`${HERE}/${given.code}?kind=${given.kind}`, 303);
      },
      (errors) => list(request, reply, errors),
    ),
  );

  app.get('/alerts/templates/:code', read, async (request, reply) => {
    const template = await wanted(request);
    return page(request, reply, template, templateFields(template));
  });

  app.post('/alerts/templates/:code', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const template = await wanted(request);
        const { _version: expected } = readForm(about.loose(), request);
        const { code: which, kind } = template;
        const input = templateIn(sentIn(request));
        try {
          await changeTemplate(db, actorOf(request), { code: which, kind, expected }, input);
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'stale-version') throw error;
          const words = deskWords(deskLanguage(request))('alerts.template-moved');
          throw new DomainError('conflict', error.message, [{ field: 'form', message: words }]);
        }
        return reply.redirect(`${HERE}/${which}?said=template-saved`, 303);
      },
      async (errors, sent) => {
        const template = await wanted(request);
        return page(request, reply, template, { ...templateFields(template), ...plain(sent) }, errors);
      },
    ),
  );

  app.post('/alerts/templates/:code/approval', write, async (request, reply) => {
    const template = await wanted(request);
    const { _version: expected } = readForm(about, request);
    try {
      await approveTemplate(db, actorOf(request), template.code, expected);
    } catch (error) {
      const isRefused = error instanceof DomainError && ['conflict', 'stale-version'].includes(error.code);
      if (!isRefused) throw error;
      const t = deskWords(deskLanguage(request));
      const now = await wanted(request);
      return page(request, reply.code(409), now, templateFields(now), { form: t('alerts.approve-refused') });
    }
    return reply.redirect(`${HERE}/${template.code}?said=template-approved`, 303);
  });

  /** @throws {DomainError} `not-found`, but for a new one that is being begun */
  async function wanted(request: FastifyRequest): Promise<AlertTemplate> {
    const named = params.safeParse(request.params);
    const found = named.data && (await findTemplate(db, named.data.code));
    if (found) return found;
    const { kind } = { ...(request.query as object), ...(request.body as object) } as { kind?: string };
    if (named.data && (kind === 'hazard' || kind === 'solemn')) {
      return { code: named.data.code, kind, version: 0, approved: null, content: null, waiting: null };
    }
    throw new DomainError('not-found', 'There is no such template.');
  }

  async function list(request: FastifyRequest, reply: FastifyReply, errors: Errors = {}) {
    const lang = deskLanguage(request);
    const all = (await listTemplates(db)).map((template) => ({
      ...template,
      name: templateName(template, lang),
    }));
    return reply.draw('alerts/templates', 'alerts.templates', {
      ...{ errors, sent: sentIn(request) },
      labels: { code: deskWords(lang)('alerts.field.code') },
      hazards: all.filter(({ kind }) => kind === 'hazard'),
      solemn: all.filter(({ kind }) => kind === 'solemn'),
      mayWrite: may(callerOf(request), 'alerts:write'),
    });
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    template: AlertTemplate,
    fields: TemplateFields,
    errors: Errors = {},
  ) {
    const caller = callerOf(request);
    const lang = deskLanguage(request);
    const t = deskWords(lang);
    const { waiting, content } = template;
    const labels = Object.keys(errors).map((field) => [field, fieldLabel(t, lang, field)]);
    const mayWrite = may(caller, 'alerts:write');
    return reply.draw('alerts/template', named(templateName(template, lang), 'alerts.new-template'), {
      ...{ template, fields, errors, mayWrite, labels: Object.fromEntries(labels) },
      mayApprove: mayWrite && waiting !== null && waiting.person !== caller.person,
      changes: waiting && content ? changesOf(content, waiting.content) : [],
      locales: [
        ...new Set(Object.keys(fields).flatMap((name) => /^text\.(.+)\.heading$/.exec(name)?.[1] ?? [])),
      ],
      options: { category: CATEGORIES, severity: SEVERITIES, urgency: URGENCIES, certainty: CERTAINTIES },
    });
  }
};

/** What differs between approved words and those that wait. */
function changesOf(older: TemplateInput, newer: TemplateInput) {
  const tags = new Set([...older.texts, ...newer.texts].map(({ locale }) => locale));
  const changes = [...tags].flatMap((locale) =>
    WORDS.map((part) => {
      const [before, after] = [older, newer].map(
        ({ texts }) => texts.find((text) => text.locale === locale)?.[part] ?? '',
      );
      return { field: part, locale, pieces: compareWords(before ?? '', after ?? '', locale) };
    }),
  );
  return changes.filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'));
}

const plain = (sent: Record<string, string | string[] | undefined>): TemplateFields =>
  Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value ?? ''].flat().at(-1) ?? '']));
