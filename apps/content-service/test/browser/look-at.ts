import type { Browser, Page } from 'playwright-core';
import t from 'tap';
import { screenshot, visit } from './browser.ts';
import { judge } from './desk-axe.ts';
import type { Sample } from './pages.ts';

const SIZES = [
  { width: 360, height: 800 },
  { width: 1280, height: 900 },
];
const SCHEMES = ['light', 'dark'] as const;
/** The narrowest window in which a page must read without scrolling sideways (WCAG 1.4.10). */
const NARROWEST = 320;

/** Looks at pages on a phone and on a desk, by day and by night, narrow and with large letters. */
export function lookAt(browser: Browser, samples: readonly Sample[]): void {
  for (const viewport of SIZES) {
    t.test(`every kind of page is accessible and whole, ${viewport.width} pixels wide`, async (t) => {
      const context = await browser.newContext({ viewport });
      for (const sample of samples) {
        const { name } = sample;
        const { page, response, complaints } = await visit(context, sample.path);
        t.equal(response.status(), sample.status, `${name}: its status`);
        t.equal(await page.getAttribute('html', 'lang'), sample.lang, `${name}: its language`);
        t.equal(await page.getAttribute('html', 'dir'), sample.dir, `${name}: its direction`);
        t.equal(await page.locator('h1').count(), 1, `${name}: one main heading`);
        t.equal(
          await page.locator('script:not([type="application/ld+json"])').count(),
          0,
          `${name}: no script`,
        );
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          await screenshot(page, `${name}-${viewport.width}-${colorScheme}`);
          const { violations, passes } = await judge(page);
          t.ok(
            passes.some(({ id }) => id === 'color-contrast'),
            `${name}, ${colorScheme}: contrast was judged`,
          );
          t.same(violations.map(inWords), [], `${name}, ${colorScheme}: nothing that axe finds`);
        }
        t.ok((await overflow(page)) <= 0, `${name}: no scrolling sideways`);
        if (viewport.width === 360) {
          await page.setViewportSize({ width: NARROWEST, height: 640 });
          t.ok((await overflow(page)) <= 0, `${name}: nor in a window of ${NARROWEST} pixels`);
        }
        if (viewport.width > 360) {
          await page.evaluate('document.documentElement.style.fontSize = "200%"');
          t.ok((await overflow(page)) <= 0, `${name}: nor with letters twice as large`);
        }
        t.same(complaints, [], `${name}: nothing to complain of`);
        await page.close();
      }
      await context.close();
    });
  }
}

type Violation = Awaited<ReturnType<typeof judge>>['violations'][number];

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

function inWords({ id, help, nodes }: Violation): string {
  return `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`;
}
