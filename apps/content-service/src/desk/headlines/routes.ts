import type { DeskRoutes } from '../context.ts';
import { beginRoutes } from './begin.ts';
import { boardRoutes } from './board.ts';
import { composeRoutes } from './compose/routes.ts';
import { groupRoutes } from './groups.ts';
import { headlinePageRoutes } from './headline.ts';
import { headlineListRoutes } from './list.ts';
import { timelineRoutes } from './timeline.ts';

/** Headlines at the desk: what is written, what was sent, and where it stands. */
export const headlineRoutes: DeskRoutes = (app, context) => {
  const parts = [
    headlineListRoutes,
    beginRoutes,
    groupRoutes,
    composeRoutes,
    headlinePageRoutes,
    boardRoutes,
    timelineRoutes,
  ];
  for (const routes of parts) routes(app, context);
};
