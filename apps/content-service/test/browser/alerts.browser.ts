import type { Page } from 'playwright-core';
import t from 'tap';
import { launch, ORIGIN, screenshot, TOKEN, visit } from './browser.ts';
import { findingsOn } from './desk-axe.ts';

const SIZES = [
  { width: 360, height: 640 },
  { width: 1280, height: 900 },
];
const NARROWEST = { width: 320, height: 640 };

const BAND = "getComputedStyle(document.querySelector('.alert'))";

const browser = await launch();
t.teardown(() => browser.close());

const released: { id: string; version: number }[] = [];
const tsunami = await release({ template: 'tsunami', area: { sites: ['tokyo', 'cairo'] }, place: 'Tokyo' });
await release({ template: 'mourning', area: { everywhere: true } });
t.teardown(async () => {
  for (const { id, version } of released) await lift(id, version);
});

const digits = tsunami.number.toString(32);
const PAGES = [
  { name: 'banner', path: '/tokyo/', lang: 'id', sees: 'Peringatan tsunami di Tokyo' },
  { name: 'banner-ar', path: '/cairo/ar/', lang: 'ar', sees: 'تحذير من تسونامي في Tokyo' },
  { name: 'banner-portal', path: '/en/', lang: 'en', sees: 'Tsunami warning in Tokyo' },
  { name: 'banner-solemn', path: '/wellington/en/', lang: 'en', sees: 'In mourning' },
  { name: 'banner-404', path: '/tokyo/ja/nothing-here', lang: 'ja', sees: '極めて危険' },
  { name: 'alert', path: `/alerts/${digits}`, lang: 'id', sees: 'Peringatan tsunami di Tokyo' },
  { name: 'alert-ar', path: `/alerts/${digits}/ar`, lang: 'ar', sees: 'تحذير من تسونامي في Tokyo' },
  { name: 'alerts', path: '/en/alerts', lang: 'en', sees: 'Tsunami warning in Tokyo' },
];

for (const viewport of SIZES) {
  t.test(`an alert is the first thing on a page, ${viewport.width} pixels wide`, async (t) => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    for (const { name, path, lang, sees } of PAGES) {
      const { page, complaints } = await visit(context, path);
      const first = page.locator('.alert').first();
      t.match(await first.innerText(), sees, name);
      t.equal(await page.getAttribute('html', 'lang'), lang, name);
      t.ok((await first.boundingBox().then((box) => box?.y ?? 999)) < 250, `${name}: in the first view`);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await screenshot(page, `${name}-${viewport.width}-${colorScheme}`);
        t.same(await findingsOn(page), [], `${name}, ${colorScheme}: nothing that axe finds`);
      }
      await page.setViewportSize(NARROWEST);
      t.ok((await overflow(page)) <= 0, `${name}: nothing goes over the edge at ${NARROWEST.width} pixels`);
      t.same(complaints, [], `${name}: nothing to complain of`);
      await page.close();
    }
    await context.close();
  });
}

t.test('whoever reads by ear or keyboard finds it, and calls with one press', async (t) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const { page } = await visit(context, '/tokyo/');
  await page.keyboard.press('Tab');
  t.equal(await page.evaluate('document.activeElement.className'), 'skip', 'the way to the content is first');
  const region = page.getByRole('region', { name: 'Peringatan' });
  t.equal(await region.count(), 1, 'a landmark by name');
  t.equal(await region.getByRole('heading', { level: 2 }).count(), 2, 'each alert under a heading');
  const call = region.locator('.numbers a').first();
  t.match(await call.getAttribute('href'), /^tel:\+/);
  const box = await call.boundingBox();
  t.ok(box && box.height >= 44, 'large enough for a thumb');
  await region.getByRole('link', { name: 'Peringatan tsunami' }).click();
  await page.waitForURL(`${ORIGIN}/alerts/${digits}`);
  t.ok(await page.getByRole('heading', { level: 1, name: 'Peringatan tsunami di Tokyo' }).isVisible());
  await context.close();
});

t.test('colours that are forced, and paper, keep the words and the edge of the band', async (t) => {
  const context = await browser.newContext({ forcedColors: 'active', viewport: { width: 360, height: 640 } });
  const { page } = await visit(context, '/tokyo/');
  await screenshot(page, 'banner-forced');
  const edge = await page.evaluate(`${BAND}.borderTopWidth`);
  t.equal(edge, '3px');
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  await screenshot(page, 'banner-print');
  const ground = await page.evaluate(`${BAND}.backgroundColor`);
  t.equal(ground, 'rgba(0, 0, 0, 0)', 'no ink is spent on the ground');
  await context.close();
});

function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

async function release(body: object): Promise<{ number: number }> {
  const { id, version } = await send('/alerts', body);
  const alert = await send(`/alerts/${id}/release`, { reason: 'a test' }, version);
  released.push(alert);
  return alert;
}

async function lift(id: string, version: number): Promise<void> {
  const draft = await send(`/alerts/${id}/cancellation`, {}, version);
  await send(`/alerts/${id}/release`, { reason: 'the test is over' }, draft.version);
}

async function send(path: string, body: object, version?: number) {
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string; number: number; version: number };
}
