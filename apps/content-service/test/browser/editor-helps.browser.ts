import t from 'tap';
import { launch } from './browser.ts';
import { startHarness } from './editor-harness.ts';
import { openDesk } from './editor-support.ts';

const PIXELS =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%22300%22 height=%22200%22%3E%3Crect width=%22300%22 height=%22200%22 fill=%22%23887766%22/%3E%3C/svg%3E';
const MORE = `<label for="summary">Summary</label><input id="summary" name="summary" data-count="10">
<label for="at">When</label><input id="at" name="at" type="datetime-local" data-zone="Europe/Berlin">
<fieldset data-focal-point><legend>Focal point</legend><img src="${PIXELS}" alt="A brown field" width="300" height="200">
<label for="x">From the left</label><input id="x" name="x" type="number" data-focal="x" min="0" max="1" step="0.01" value="0.5">
<label for="y">From the top</label><input id="y" name="y" type="number" data-focal="y" min="0" max="1" step="0.01" value="0.5"></fieldset>
<button type="button" data-copy="Words for elsewhere" hidden>Copy</button>`;

const browser = await launch();
const desk = await startHarness();
t.teardown(async () => {
  await browser.close();
  await desk.close();
});
t.beforeEach(() => {
  desk.page = { body: 'Words', more: MORE };
});

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
]) {
  t.test(`small helps beside fields, ${viewport.width} pixels wide`, async (t) => {
    const { page, complaints, context, done } = await openDesk(browser, desk, { viewport });
    await page.fill('#summary', 'दिल्ली🇮🇩');
    t.equal(
      await page.locator('.char-count').innerText(),
      '7 left',
      'characters are counted as people see them',
    );
    await page.fill('#summary', 'far too many');
    t.equal(await page.locator('.char-count').innerText(), '2 too many');

    await page.fill('#at', '2026-11-12T14:05');
    t.match(
      await page.locator('.zone-clock').innerText(),
      /Jakarta 12 Nov 2026, 20:05 · UTC 12 Nov 2026, 13:05/,
    );
    await page.fill('#at', '2026-03-29T02:30');
    t.match(await page.locator('.zone-clock').innerText(), /does not exist.*29 Mar 2026, 03:00 is taken/);

    await page.locator('.focal-frame img').click({ position: { x: 30, y: 150 } });
    const box = await page.locator('.focal-frame img').boundingBox();
    const left = Math.round((100 * 30) / (box?.width ?? 300)) / 100;
    t.equal(await page.inputValue('#x'), String(left));
    const top = Number(await page.inputValue('#y'));
    t.ok(Math.abs(top - 0.75) < 0.02);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    t.equal(await page.inputValue('#x'), String(Number((left + 0.01).toFixed(2))));
    t.equal(await page.inputValue('#y'), String(Number((top - 0.1).toFixed(2))));
    t.match(
      await page.locator('.focal-mark').getAttribute('aria-label'),
      /\d+ % from the left, \d+ % from the top/,
    );

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.locator('.copy-said').filter({ hasText: 'Copied' }).waitFor();
    t.equal(await page.evaluate('navigator.clipboard.readText()'), 'Words for elsewhere');
    t.same(complaints, []);
    await done(t, `helps-${viewport.width}`);
  });
}

t.test('the desk speaks Indonesian and English, whole in both', async (t) => {
  const [id, en] = await Promise.all(
    ['id', 'en'].map(async (locale) => {
      const answer = await fetch(`${desk.origin}/desk/words/${locale}`);
      return (await answer.json()) as Record<string, string>;
    }),
  );
  const holes = (words = '') => [...words.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  for (const key of Object.keys(en ?? {})) {
    t.ok(id?.[key], `${key} has its words`);
    t.same(holes(id?.[key]), holes(en?.[key]), `${key} is filled in alike`);
  }
});
