import type { DeskRoutes } from '../context.ts';
import { changeRoutes } from './changes.ts';
import { choiceRoutes } from './choices.ts';
import { headlineRoutes } from './headline.ts';
import { listRoutes } from './list.ts';
import { previewRoutes } from './preview.ts';
import { wordsRoutes } from './words.ts';

/** "From the ministry": what a mission is sent, and what it makes of it. */
export const ministryRoutes: DeskRoutes = (app, context) => {
  for (const routes of [listRoutes, headlineRoutes, choiceRoutes, wordsRoutes, changeRoutes, previewRoutes]) {
    routes(app, context);
  }
};
