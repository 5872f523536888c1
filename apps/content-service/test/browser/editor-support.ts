import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Assertions, lookAt } from './desk-axe.ts';
import type { Harness } from './editor-harness.ts';

/** Opens the form in a browser of its own and waits for the editor; `done` looks at the page and closes it. */
export async function openDesk(
  browser: Browser,
  desk: Harness,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<void> = async () => {},
) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await prepare(page);
  await page.goto(`${desk.origin}/desk/post`);
  await page.waitForSelector('.ProseMirror');
  const markdown = (): Promise<string> =>
    page.evaluate(`(() => {
      const body = document.getElementById('body');
      body.form.dispatchEvent(new Event('desk:collect'));
      return body.value;
    })()`);
  const done = async (t: Assertions, name?: string) => {
    if (name) await look(t, name);
    await context.close();
  };
  const look = (t: Assertions, name: string) => lookAt(t, page, name);
  return { page, context, complaints, markdown, look, done };
}
