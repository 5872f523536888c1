import { addNote, findDrafts, settleNote } from '@warta/posts';
import { DomainError } from '@warta/problems';
import { z } from 'zod';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { answerForm, readForm } from '../frame/forms.ts';
import { editPage } from './edit-page.ts';
import type { TextAddress, WritingPlace } from './writing-place.ts';

const words = z.object({ note: z.string().default('') });

/** Words between colleagues beside a text. */
export const noteRoutes =
  (place: WritingPlace): DeskRoutes =>
  (app, context) => {
    const { db } = context.database;
    const { text, addressOf } = place;
    const write = { config: { permission: place.write } };

    app.post(`${text}/notes`, write, async (request, reply) =>
      answerForm(
        request,
        reply,
        async () => {
          const address = await addressOf(request);
          await refuseOthers(context, address);
          const { note } = readForm(words, request);
          await db.transaction().execute((trx) => addNote(trx, actorOf(request), address.post, note));
          return reply.redirect(`${address.here}?said=note-left#notes`, 303);
        },
        (errors) => editPage(context, place, request, reply, errors),
      ),
    );

    app.post<{ Params: { note: string } }>(`${text}/notes/:note/settled`, write, async (request, reply) => {
      const address = await addressOf(request);
      await refuseOthers(context, address);
      const { note } = request.params;
      if (!z.uuid().safeParse(note).success) throw new DomainError('not-found', 'There is no such note.');
      await db.transaction().execute((trx) => settleNote(trx, address.post, note));
      return reply.redirect(`${address.here}#notes`, 303);
    });
  };

async function refuseOthers({ database }: DeskContext, { site, post, of }: TextAddress): Promise<void> {
  if ((await findDrafts(database.db, site.id, post, of)).length > 0) return;
  throw new DomainError('not-found', 'There is no such post on this site.');
}
