import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

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
