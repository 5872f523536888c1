import t from 'tap';
import { launch, ORIGIN } from './browser.ts';
import { lookAt } from './look-at.ts';
import { samplePages } from './pages.ts';

const browser = await launch();
t.teardown(() => browser.close());
const samples = await samplePages();

lookAt(browser, samples);

t.test('the keyboard meets the way to the content first', async (t) => {
  const page = await browser.newPage();
  for (const { name, path } of samples) {
    await page.goto(`${ORIGIN}${path}`);
    await page.keyboard.press('Tab');
    t.equal(await page.evaluate('document.activeElement.getAttribute("href")'), '#main', `${name}: first`);
    t.ok(await page.locator('.skip').isVisible(), `${name}: and it can be seen`);
    await page.keyboard.press('Enter');
    t.equal(await page.evaluate('document.activeElement.id'), 'main', `${name}: it leads to the content`);
  }
  await page.close();
});
