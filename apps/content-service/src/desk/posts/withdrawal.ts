import type { Words } from '@warta/database';
import { binPost, unbinPost, withdrawPost } from '@warta/posts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { POST, TEXT, textAddress } from './address.ts';

const farewell = z.object({ notice: z.string().trim().max(1000).default('') });

/** Taking a post away from readers, into the bin, and back. */
export const withdrawalRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const publish = { config: { permission: 'posts:publish' as const } };
  const write = { config: { permission: 'posts:write' as const } };

  app.get(`${TEXT}/withdrawal`, publish, async (request, reply) => {
    const address = textAddress(request);
    return reply.draw('posts/withdrawal', 'withdrawal.title', address);
  });

  app.post(`${TEXT}/withdrawal`, publish, async (request, reply) => {
    const { site, post, here } = textAddress(request);
    await withdrawPost(db, actorOf(request), site, post, noticeIn(request));
    return reply.redirect(`${here}?said=withdrawn`, 303);
  });

  app.post(`${POST}/bin`, write, async (request, reply) => {
    const { site, post } = textAddress(request);
    await db.transaction().execute((trx) => binPost(trx, actorOf(request), site, post));
    return reply.redirect(`/desk/sites/${site.slug}/posts?said=binned`, 303);
  });

  app.post(`${POST}/bin/restore`, write, async (request, reply) => {
    const { site, post, above } = textAddress(request);
    await db.transaction().execute((trx) => unbinPost(trx, actorOf(request), site, post));
    return reply.redirect(`${above}?said=unbinned`, 303);
  });

  /** The notice is in the language it was written in; readers of others get it marked so. */
  function noticeIn(request: FastifyRequest): Words | null {
    const { notice } = readForm(farewell, request);
    return notice === '' ? null : { [textAddress(request).locale]: notice };
  }
};
