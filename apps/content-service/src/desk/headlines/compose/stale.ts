import { findRevision, type RevisionNumbers } from '@warta/posts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeskContext } from '../../context.ts';
import { named } from '../../frame/views.ts';
import { deskLanguage } from '../../frame/words.ts';
import { compareWords } from '../../posts/compare.ts';
import { headlineAt } from '../headline-at.ts';
import { titleOf } from '../title.ts';

/** What somebody was about to send, and what a colleague has made of it meanwhile: both, and nothing is lost. */
export async function stalePage(
  context: DeskContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { revisions, note }: { revisions: RevisionNumbers; note: string },
): Promise<FastifyReply> {
  const { db } = context.database;
  const headline = await headlineAt(context, request);
  const looked = await Promise.all(
    Object.entries(revisions).map(async ([locale, n]) => ({
      mine: await findRevision(db, headline.id, locale, n),
      theirs: headline.drafts.find((draft) => draft.locale === locale),
    })),
  );
  const differing = looked.flatMap(({ mine, theirs }) => {
    if (!mine || !theirs || mine.n === theirs.revision) return [];
    const fields = (['title', 'summary', 'body'] as const)
      .filter((field) => mine[field] !== theirs[field])
      .map((field) => ({ field, pieces: compareWords(mine[field], theirs[field], theirs.locale) }));
    return [{ theirs, n: mine.n, fields }];
  });
  const title = titleOf(headline, deskLanguage(request));
  return reply.draw('headlines/compose/stale', named(title, 'headlines.new'), {
    ...headline,
    differing,
    note,
  });
}
