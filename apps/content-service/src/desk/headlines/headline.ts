import { DomainError } from '@warta/problems';
import { countLive, findVersionTexts, recallHeadline, restoreHeadline } from '@warta/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { answerForm, type Errors, readForm, type Sent } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { deskLanguage } from '../frame/words.ts';
import { compareWords } from '../posts/compare.ts';
import { reachWords } from './compose/reach-words.ts';
import { headlineAt } from './headline-at.ts';
import { noticeFor, recallForm } from './recall-form.ts';
import { titleOf } from './title.ts';

const expected = z.object({ version: z.coerce.number().int().positive() });

/** A headline that was sent: where it stands, its versions, and taking it back. */
export const headlinePageRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'deliveries:read' as const } };
  const write = { config: { permission: 'headlines:write' as const } };

  app.get('/headlines/:id', read, async (request, reply) => {
    const headline = await headlineAt(context, request);
    const { sent, above, drafts, origin } = headline;
    const { said } = request.query as { said?: string };
    if (!sent) {
      const first = origin.locales.find((locale) => drafts.some((draft) => draft.locale === locale));
      const locale = first ?? drafts[0]?.locale ?? origin.locales[0] ?? 'id';
      return reply.redirect(
        `${above}/texts/${locale}${said ? `?said=${encodeURIComponent(said)}` : ''}`,
        303,
      );
    }
    const lang = deskLanguage(request);
    const counts = await countLive(db, [sent.id]);
    return reply.draw('headlines/headline', named(titleOf(headline, lang), 'headlines.title'), {
      ...headline,
      count: counts.get(sent.id) ?? { total: 0, live: 0 },
      waiting: drafts.filter(({ state, standing }) => state !== 'published' && (standing || sent)),
      words: reachWords(lang),
    });
  });

  app.get<{ Params: { version: string } }>(
    '/headlines/:id/versions/:version',
    read,
    async (request, reply) => {
      const headline = await headlineAt(context, request);
      const n = Number(request.params.version);
      const version = headline.sent?.versions.find((each) => each.version === n);
      if (!version) throw new DomainError('not-found', 'There is no such version.');
      const before = headline.sent?.versions.find((each) => each.version < n && each.kind !== 'recall');
      const [newer, older] = await Promise.all([
        version.kind === 'recall' ? [] : findVersionTexts(db, headline.id, n),
        before ? findVersionTexts(db, headline.id, before.version) : [],
      ]);
      const texts = newer.map((text) => {
        const old = older.find(({ locale }) => locale === text.locale);
        const changes = (['title', 'summary', 'body'] as const)
          .filter((field) => old && old[field] !== text[field])
          .map((field) => ({ field, pieces: compareWords(old?.[field] ?? '', text[field], text.locale) }));
        return { ...text, changes, isNew: before !== undefined && !old };
      });
      const gone = older.filter(
        ({ locale }) => newer.length > 0 && !newer.some((text) => text.locale === locale),
      );
      return reply.draw(
        'headlines/version',
        named(titleOf(headline, deskLanguage(request)), 'headlines.title'),
        {
          ...headline,
          ...{ version, before, texts, gone },
        },
      );
    },
  );

  app.get('/headlines/:id/recall', write, async (request, reply) => recallPage(request, reply));

  app.post('/headlines/:id/recall', write, async (request, reply) =>
    answerForm(
      request,
      reply,
      async () => {
        const { id, above, sent } = await headlineAt(context, request);
        const given = readForm(recallForm, request);
        const notice = noticeFor(given, sent);
        const saving = { actor: actorOf(request), receivedAt: request.receivedAt };
        // Taking back waits for nobody: it holds whatever version a colleague has sent meanwhile.
        if (sent?.state !== 'recalled')
          await recallHeadline(db, id, { reason: given.reason, notice }, saving);
        return reply.redirect(`${above}?said=headline-recalled`, 303);
      },
      (errors, sent) => recallPage(request, reply, errors, sent),
    ),
  );

  app.post('/headlines/:id/restoration', write, async (request, reply) => {
    const { id, above, sent } = await headlineAt(context, request);
    const { version } = readForm(expected, request);
    const saving = { actor: actorOf(request), receivedAt: request.receivedAt };
    if (sent?.state === 'recalled') await restoreHeadline(db, id, saving, version);
    return reply.redirect(`${above}?said=headline-back`, 303);
  });

  async function recallPage(
    request: FastifyRequest,
    reply: FastifyReply,
    errors: Errors = {},
    typed: Sent = {},
  ) {
    const headline = await headlineAt(context, request);
    if (!headline.sent) throw new DomainError('not-found', 'There is no such headline.');
    if (headline.sent.state === 'recalled') return reply.redirect(headline.above, 303);
    const counts = await countLive(db, [headline.id]);
    return reply.draw('headlines/recall', 'recall.title', {
      ...headline,
      called: titleOf(headline, deskLanguage(request)),
      total: counts.get(headline.id)?.total ?? 0,
      ...{ errors, form: typed },
    });
  }
};
