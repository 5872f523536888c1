import t from 'tap';
import { launch, ORIGIN, statusOf, visit } from './browser.ts';
import { listPages } from './list-pages.ts';
import { samplePages } from './pages.ts';

const MOST_BYTES = 14 * 1024;

const browser = await launch();
t.teardown(() => browser.close());
const samples = [...(await samplePages()), ...(await listPages())];
const withoutScript = { javaScriptEnabled: false };

t.test('every page says what it has to say without JavaScript', async (t) => {
  const context = await browser.newContext(withoutScript);
  const links = new Set<string>();
  for (const { name, path, words } of samples) {
    const { page, complaints } = await visit(context, path);
    t.same(complaints, [], `${name}: nothing to complain of`);
    t.ok((await page.locator('body').innerText()).includes(words), `${name}: its words`);
    t.ok(await page.locator('h1').isVisible(), `${name}: its heading`);
    const hrefs: string[] = await page.evaluate('[...document.links].map((link) => link.href)');
    const own = hrefs.filter((href) => href.startsWith(`${ORIGIN}/`));
    t.ok(own.length > 3, `${name}: ways to go on`);
    const others = own.map((href) => href.split('#')[0] ?? href).filter((href) => href !== page.url());
    for (const href of others) links.add(href);
    await page.close();
  }
  const broken: string[] = [];
  for (const link of links) {
    const status = await statusOf(link);
    if (status >= 400) broken.push(`${link}: ${status}`);
  }
  t.same(broken, [], `none of ${links.size} links leads nowhere`);
});

t.test('a large picture leaves the news in view on a phone', async (t) => {
  const context = await browser.newContext({ ...withoutScript, viewport: { width: 360, height: 640 } });
  for (const path of ['/tokyo/', '/cairo/ar/', '/wellington/en/']) {
    const page = await context.newPage();
    await page.goto(`${ORIGIN}${path}`);
    const hero = await page.locator('.hero img').boundingBox();
    const news = await page.locator('.section-title').first().boundingBox();
    t.ok(hero && hero.height > 60, `${path}: it is there`);
    t.ok(news && news.y + news.height < 640, `${path}: and the news begins below, at ${news?.y}`);
    const logo = await page.locator('.logo img').boundingBox();
    t.ok(logo && logo.width > 30 && logo.width < 100 && logo.height < 80, `${path}: the emblem is small`);
    await page.close();
  }
  await context.close();
});

t.test('a first look at a mission weighs little', async (t) => {
  const page = await browser.newPage(withoutScript);
  const sizes: Promise<{ type: string; bytes: number }>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })),
    );
  });
  await page.goto(`${ORIGIN}/tokyo/`, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  const bytes = (type: string) =>
    all.filter((part) => part.type === type).reduce((sum, part) => sum + part.bytes, 0);
  const [html, css] = [bytes('document'), bytes('stylesheet')];
  t.ok(html > 0 && css > 0, 'both were loaded');
  t.ok(html + css <= MOST_BYTES, `${html} bytes of HTML and ${css} of CSS, at most ${MOST_BYTES}`);
  t.equal(bytes('script'), 0, 'no script at all');
  await page.close();
});
