import { confirmOverlay, findOverlay, findVersionTexts, listOverlayVersions } from '@warta/sync';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { HEADLINE, headlineAt } from './address.ts';
import { compareOfficial, compareStates } from './compare.ts';

const fits = z.object({ version: z.coerce.number().int().min(1) });

/** What the ministry has changed beside what the mission had said of it, and every state that was kept. */
export const changeRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;
  const read = { config: { permission: 'posts:read' as const } };

  app.get(`${HEADLINE}/changes`, read, async (request, reply) => {
    const { headline, ...address } = await headlineAt(context, request);
    const overlay = await findOverlay(db, address.site.id, headline.id);
    const outdated = overlay.texts.filter((text) => text.outdated);
    const was = Math.min(headline.version, ...outdated.map(({ madeFor }) => madeFor));
    const [older, newer] = await Promise.all([
      findVersionTexts(db, headline.id, was),
      findVersionTexts(db, headline.id, headline.version),
    ]);
    return reply.draw('from-ministry/changes', 'ministry.changes', {
      ...{ ...address, headline, outdated, was, older, newer },
      official: compareOfficial(older, newer),
    });
  });

  app.post(`${HEADLINE}/fits`, { config: { permission: 'overlays:write' } }, async (request, reply) => {
    const { site, headline, here } = await headlineAt(context, request);
    const { version } = readForm(fits, request);
    if (version !== headline.version) return reply.redirect(`${here}/changes?said=changed-again`, 303);
    await confirmOverlay(db, actorOf(request), site, headline.id, version);
    return reply.redirect(`${here}?said=still-fits`, 303);
  });

  app.get(`${HEADLINE}/history`, read, async (request, reply) => {
    const address = await headlineAt(context, request);
    const versions = await listOverlayVersions(db, address.site.id, address.headline.id);
    return reply.draw('from-ministry/history', 'ministry.history', {
      ...address,
      states: versions.map((each, index) => {
        const before = versions[index + 1]?.content;
        return { ...each, before, languages: compareStates(before, each.content) };
      }),
    });
  });
};
