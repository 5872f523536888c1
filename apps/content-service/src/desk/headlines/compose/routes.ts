import type { DeskRoutes } from '../../context.ts';
import { audienceRoutes } from './audience.ts';
import { headlinePreviewRoutes } from './preview.ts';
import { reviewRoutes } from './review.ts';
import { sendingRoutes } from './sending.ts';
import { headlineWritingRoutes } from './writing.ts';

/** From the first words of a headline, or of its correction, to its being sent. */
export const composeRoutes: DeskRoutes = (app, context) => {
  const steps = [headlineWritingRoutes, headlinePreviewRoutes, audienceRoutes, sendingRoutes, reviewRoutes];
  for (const routes of steps) routes(app, context);
};
