import type { DeskRoutes } from '../context.ts';
import { autosaveRoutes } from './autosave.ts';
import { choosingRoutes } from './choosing.ts';
import { editRoutes } from './edit.ts';
import { postListRoutes } from './list.ts';
import { noteRoutes } from './notes.ts';
import { offerRoutes } from './offers.ts';
import { previewRoutes } from './preview.ts';
import { publicationRoutes } from './publication.ts';
import { revisionRoutes } from './revisions.ts';
import { withdrawalRoutes } from './withdrawal.ts';

/** Everything about a post, from the list to its withdrawal. */
export const postRoutes: DeskRoutes = (app, context) => {
  const parts = [postListRoutes, editRoutes, autosaveRoutes, choosingRoutes, noteRoutes, revisionRoutes];
  for (const routes of [...parts, offerRoutes, previewRoutes, publicationRoutes, withdrawalRoutes])
    routes(app, context);
};
