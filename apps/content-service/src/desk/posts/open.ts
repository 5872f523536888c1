import { newId } from '@warta/database';
import { findDrafts, POST_KINDS } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { DeskRoutes } from '../context.ts';
import { siteOf } from '../session.ts';
import { POST, textAddress } from './address.ts';

/** Where writing begins: a new post, or one that is there, in the first of its languages. */
export const openRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const write = { config: { permission: 'posts:write' as const } };
  const read = { config: { permission: 'posts:read' as const } };

  app.get('/sites/:site/posts/new', write, async (request, reply) => {
    const site = siteOf(request);
    const { kind = 'article' } = request.query as { kind?: string };
    const query = POST_KINDS.some((each) => each === kind) && kind !== 'article' ? `?kind=${kind}` : '';
    return reply.redirect(
      `/desk/sites/${site.slug}/posts/${newId()}/${site.locales[0] ?? 'id'}${query}`,
      303,
    );
  });

  app.get(POST, read, async (request, reply) => {
    const { above, site, post } = textAddress(request);
    const drafts = await findDrafts(db, site.id, post);
    const first = site.locales.find((locale) => drafts.some((draft) => draft.locale === locale));
    if (!first) throw new DomainError('not-found', 'There is no such post on this site.');
    const { said } = request.query as { said?: string };
    return reply.redirect(`${above}/${first}${said ? `?said=${encodeURIComponent(said)}` : ''}`, 303);
  });
};
