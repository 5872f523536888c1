import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { screenshot } from './browser.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe says of a page. No page of ours holds a frame from elsewhere, for which it would open a window each time. */
export function judge(page: Page) {
  return new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
}

/** What axe finds on a page, in words. */
export async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await judge(page);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** What of a test a look at a page needs. */
export interface Assertions {
  same(found: unknown, wanted: unknown, message: string): unknown;
  ok(found: unknown, message: string): unknown;
}

/** In light and in dark axe finds nothing on the page, and it fits its window. */
export async function lookAt(t: Assertions, page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await screenshot(page, `${name}-${colorScheme}`);
    t.same(await findingsOn(page), [], `${name}, ${colorScheme}: nothing that axe finds`);
  }
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  t.ok(Number(wider) <= 0, `${name}: no scrolling sideways`);
}

/** Without script axe cannot run either: shows it, in a browser that has script, the page as it stands in the other. */
export async function scriptedCopy(page: Page): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({
      viewport: page.viewportSize(),
      storageState: await page.context().storageState(),
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
  if (!context) throw new Error('the page has no browser');
  const body = (await page.content())
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<\/?noscript>/g, '');
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await copy.goto(page.url());
  return copy;
}
