import type { DeskRoutes } from '../context.ts';
import { cancellationRoutes } from './cancellation.ts';
import { alertDraftRoutes } from './draft.ts';
import { alertLinkRoutes } from './link.ts';
import { alertListRoutes } from './list.ts';
import { alertPreviewRoutes } from './preview.ts';
import { alertReleaseRoutes } from './release.ts';
import { alertReportRoutes } from './report.ts';
import { standingRoutes } from './standing.ts';
import { alertTemplateRoutes } from './templates.ts';
import { alertVersionRoutes } from './versions.ts';

/** Crisis mode: an alert is written by one, released by another, watched, updated and ended. */
export const alertRoutes: DeskRoutes = (app, context) => {
  const parts = [alertListRoutes, alertDraftRoutes, alertReleaseRoutes, alertLinkRoutes, standingRoutes];
  for (const routes of [...parts, cancellationRoutes, alertPreviewRoutes, alertVersionRoutes])
    routes(app, context);
  for (const routes of [alertReportRoutes, alertTemplateRoutes]) routes(app, context);
};
