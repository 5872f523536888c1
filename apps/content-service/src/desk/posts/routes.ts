import type { DeskRoutes } from '../context.ts';
import { autosaveRoutes } from './autosave.ts';
import { choosingRoutes } from './choosing.ts';
import { editRoutes } from './edit.ts';
import { postListRoutes } from './list.ts';
import { noteRoutes } from './notes.ts';
import { offerRoutes } from './offers.ts';
import { openRoutes } from './open.ts';
import { previewRoutes } from './preview.ts';
import { publicationRoutes } from './publication.ts';
import { revisionRoutes } from './revisions.ts';
import { withdrawalRoutes } from './withdrawal.ts';
import { POSTS, type WritingPlace } from './writing-place.ts';

/** Everything about a post, from the list to its withdrawal. */
export const postRoutes: DeskRoutes = (app, context) => {
  const parts = [postListRoutes, openRoutes, writingRoutes(POSTS), offerRoutes];
  for (const routes of [...parts, previewRoutes, publicationRoutes, withdrawalRoutes]) routes(app, context);
};

/** What writing takes, wherever it is done: the form, saving, choosing pictures, notes, saved states. */
export const writingRoutes =
  (place: WritingPlace): DeskRoutes =>
  (app, context) => {
    for (const routes of [editRoutes, autosaveRoutes, choosingRoutes, noteRoutes, revisionRoutes])
      routes(place)(app, context);
  };
