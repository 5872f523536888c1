import type { DeskRoutes } from '../context.ts';
import { boardRoutes } from './board.ts';
import { headlineListRoutes } from './list.ts';
import { timelineRoutes } from './timeline.ts';

/** Headlines at the desk: what was sent, and where it stands. */
export const headlineRoutes: DeskRoutes = (app, context) => {
  for (const routes of [headlineListRoutes, boardRoutes, timelineRoutes]) routes(app, context);
};
