import { type Draft, DraftConflictError, saveDraft } from '@warta/posts';
import { DomainError } from '@warta/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import type { DeskRoutes } from '../context.ts';
import { errorsIn, sentIn } from '../frame/forms.ts';
import { compareForms } from './compare.ts';
import { formOf, readDraftForm } from './draft-form.ts';
import { editPage } from './edit-page.ts';
import { pageOf, type TextAddress, type WritingPlace } from './writing-place.ts';

/** Writing: the form of a text, saving it, and what happens when two people do. */
export const editRoutes =
  (place: WritingPlace): DeskRoutes =>
  (app, context) => {
    const { db } = context.database;
    const { text, addressOf } = place;
    const write = { config: { permission: place.write } };
    const read = { config: { permission: place.read } };

    app.get(text, read, async (request, reply) => editPage(context, place, request, reply));

    app.post(text, write, async (request, reply) =>
      save(request, reply, ({ here }) => `${here}?said=draft-saved`),
    );
    app.post(`${text}/ready`, write, async (request, reply) => save(request, reply, ({ next }) => next));

    for (const field of ['cover', 'picture', 'poster', 'body']) {
      const query = (here: string) => new URLSearchParams({ for: here, field });
      app.post(`${text}/choose-${field}`, write, async (request, reply) =>
        save(request, reply, ({ here, library }) => `${library}?${query(here)}`),
      );
    }

    async function save(
      request: FastifyRequest,
      reply: FastifyReply,
      next: (address: TextAddress) => string,
    ) {
      const address = await addressOf(request);
      const { site, post, of } = address;
      try {
        const { input, base, source } = readDraftForm(request, address);
        await saveDraft(db, actorOf(request), site, input, { post, of, base, source });
        return reply.redirect(next(address), 303);
      } catch (error) {
        if (error instanceof DraftConflictError)
          return conflictPage(request, reply.code(409), address, error.theirs);
        if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
        return editPage(context, place, request, reply.code(422), errorsIn(request, error), sentIn(request));
      }
    }

    /** Both texts side by side: mine as I typed it, theirs as it stands. */
    async function conflictPage(
      request: FastifyRequest,
      reply: FastifyReply,
      address: TextAddress,
      theirs: Draft,
    ) {
      const mine = sentIn(request);
      const other = formOf(theirs, address.site.timezone);
      return reply.draw('posts/conflict', 'conflict.title', {
        ...pageOf(request, place, address),
        mine,
        theirs,
        fields: compareForms(other, mine),
      });
    }
  };
