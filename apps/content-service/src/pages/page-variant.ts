import { withBanner } from '@warta/rendering';
import { digest, Page } from './page.ts';

/** The page with some HTML more at its top, under an ETag of its own. */
export function variantOf(page: Page, html: string): Page {
  const { type, frames, place, freshUntil } = page;
  const plain = page.body('identity');
  const body = withBanner(plain, html) ?? plain;
  const etag = `W/"${digest(page.etag + html)}"`;
  return new Page({ body, type, frames, place, etag, freshForMs: null }, freshUntil);
}
