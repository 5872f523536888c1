import type { AlertBanner, PlainPage } from './alert-models.ts';
import type { Html } from './page-parts.ts';
import type { Theme } from './theme.ts';

/** Draws what must not depend on anything that can be away. */
export function drawPlain(theme: Theme, model: PlainPage | AlertBanner): Html {
  return theme.eta.render(model.kind, model);
}

/** Where a layout has the banner of alerts put in; a page that is kept holds none. */
const PLACE = '<!--alerts-->';

/**
 * A drawn page with a banner at the place its layout marks, else as the first thing in its body. Undefined where
 * the page has neither.
 */
export function withBanner(page: Buffer, banner: Html): Buffer | undefined {
  const place = page.indexOf(PLACE);
  const body = place < 0 ? page.indexOf('<body') : -1;
  const at = place < 0 ? page.indexOf('>', body) + 1 : place + PLACE.length;
  if (place < 0 && (body < 0 || at === 0)) return undefined;
  return Buffer.concat([page.subarray(0, at), Buffer.from(banner), page.subarray(at)]);
}
