import {
  contentAt,
  type Draft,
  draftInput,
  findDraft,
  findRevision,
  listRevisions,
  type Revision,
  saveDraft,
} from '@warta/posts';
import { DomainError } from '@warta/problems';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { readForm } from '../frame/forms.ts';
import { named } from '../frame/views.ts';
import { compareWords } from './compare.ts';
import { pageOf, type TextAddress, type WritingPlace } from './writing-place.ts';

const pair = z.object({
  from: z.coerce.number().int().positive().optional().catch(undefined),
  to: z.coerce.number().int().positive().optional().catch(undefined),
});
const choice = z.object({ n: z.coerce.number().int().positive(), base: z.coerce.number().int().positive() });

/** Every saved state of a text: listed, compared by words, brought back. */
export const revisionRoutes =
  (place: WritingPlace): DeskRoutes =>
  (app, context) => {
    const { db } = context.database;
    const { text, addressOf } = place;

    app.get(`${text}/revisions`, { config: { permission: place.read } }, async (request, reply) => {
      const address = await addressOf(request);
      const { post, locale } = address;
      const draft = await required(address);
      const revisions = await listRevisions(db, post, locale);
      const asked = pair.parse(request.query);
      const to = asked.to ?? draft.revision;
      const from = asked.from ?? to - 1;
      const [older, newer] = await Promise.all([
        findRevision(db, post, locale, from),
        findRevision(db, post, locale, to),
      ]);
      const changes = older && newer ? compareRevisions(older, newer, locale) : [];
      return reply.draw('posts/revisions', named(draft.title, 'revisions.title'), {
        ...pageOf(request, place, address),
        draft,
        revisions,
        ...{ from, to, older, newer, changes },
      });
    });

    app.post(`${text}/revisions`, { config: { permission: place.write } }, async (request, reply) => {
      const address = await addressOf(request);
      const { site, post, locale, of, here } = address;
      const { n, base } = readForm(choice, request);
      const draft = await required(address);
      const revision = await findRevision(db, post, locale, n);
      if (!revision) throw new DomainError('not-found', 'There is no such saved state.');
      const input = draftInput.parse({ locale, ...contentAt(draft, revision) });
      await saveDraft(db, actorOf(request), site, input, { post, of, base });
      return reply.redirect(`${here}?said=restored`, 303);
    });

    async function required({ site, post, locale, of }: TextAddress): Promise<Draft> {
      const draft = await findDraft(db, site.id, post, locale, of);
      if (draft) return draft;
      throw new DomainError('not-found', 'There is no such text on this site.');
    }
  };

function compareRevisions(older: Revision, newer: Revision, locale: string) {
  return (['title', 'summary', 'body'] as const)
    .filter((field) => older[field] !== newer[field])
    .map((field) => ({ field, pieces: compareWords(older[field], newer[field], locale) }));
}
