import { bestText } from '@warta/languages';
import { DomainError } from '@warta/problems';
import { findOverlay, findVersionTexts, saveOverlay } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { type Errors, errorsIn, type Sent, sentIn } from '../frame/forms.ts';
import { one } from '../posts/form-fields.ts';
import { WORDS, wordsAt } from './address.ts';
import { compareFields, WORD_FIELDS } from './compare.ts';
import { formOf, readWordsForm } from './words-form.ts';

/** What a mission says in one language, written beside the official text. */
export const wordsRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  app.get(WORDS, { config: { permission: 'posts:read' } }, async (request, reply) =>
    wordsPage(context, request, reply),
  );

  app.post(WORDS, { config: { permission: 'overlays:write' } }, async (request, reply) => {
    const { site, headline, here, locale } = await wordsAt(context, request);
    try {
      const { input, base } = readWordsForm(sentIn(request), locale);
      await saveOverlay(db, actorOf(request), site, headline.id, input, { textsFrom: { [locale]: base } });
      return reply.redirect(`${here}/in/${locale}?said=words-shown`, 303);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'stale-version') return conflictPage(context, request, reply.code(409));
      if (error.code !== 'invalid' && error.code !== 'conflict') throw error;
      return wordsPage(context, request, reply.code(422), formErrors(request, error), sentIn(request));
    }
  });
};

/** The fields of the form are the last words of the paths: `texts.0.translation.body`. */
function formErrors(request: FastifyRequest, error: DomainError): Errors {
  const entries = Object.entries(errorsIn(request, error));
  return Object.fromEntries(entries.map(([field, words]) => [field.split('.').at(-1) ?? field, words]));
}

async function wordsPage(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  errors: Errors = {},
  sent?: Sent,
): Promise<FastifyReply> {
  const { db } = context.database;
  const address = await wordsAt(context, request);
  const { site, headline, locale } = address;
  const texts = await findVersionTexts(db, headline.id, headline.version);
  const overlay = await findOverlay(db, site.id, headline.id);
  const beside = texts.find((text) => text.locale === one((request.query as Sent).beside));
  return reply.draw('from-ministry/words', 'ministry.words', {
    ...{ ...address, texts, errors },
    form: { ...formOf(overlay, locale, headline.version), ...sent },
    ours: overlay.texts.find((text) => text.locale === locale),
    beside: beside ?? bestText(texts, locale, site.locales),
    mayTranslate: !texts.some((text) => text.locale === locale),
  });
}

/** Somebody else has saved meanwhile: both stand there, and whoever comes second chooses. */
async function conflictPage(context: DeskContext, request: FastifyRequest, reply: FastifyReply) {
  const address = await wordsAt(context, request);
  const { site, headline, locale } = address;
  const overlay = await findOverlay(context.database.db, site.id, headline.id);
  const theirs = formOf(overlay, locale, headline.version);
  const mine = sentIn(request);
  return reply.draw('from-ministry/conflict', 'conflict.title', {
    ...{ ...address, theirs, mine, names: WORD_FIELDS },
    fields: compareFields(theirs, mine, WORD_FIELDS, locale),
  });
}
