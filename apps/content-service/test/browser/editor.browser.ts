import type { Page } from 'playwright-core';
import t from 'tap';
import { launch } from './browser.ts';
import { startHarness } from './editor-harness.ts';
import { openDesk } from './editor-support.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];
const UNUSUAL = `Setext title
============

* a star
* another   with  spaces

1) one
2) two

***

<div>HTML</div> and_under_scores_ &amp; \\* kept

| a | b |
|---|:-:|
| 1 | 2 |

\`\`\`
code
\`\`\`

- [x] done
- [ ] ~~to do~~

![](data:,) <https://kemlu.go.id> [named][1] and a note[^1],\\
broken

[1]: https://kemlu.go.id/ "Title"
[^1]: The note.
`;

const browser = await launch();
const desk = await startHarness();
t.teardown(async () => {
  await browser.close();
  await desk.close();
});

for (const viewport of SIZES) {
  t.test(`what is made with the toolbar is Markdown, ${viewport.width} pixels wide`, async (t) => {
    desk.page = { body: '' };
    const { page, complaints, markdown, done } = await openDesk(browser, desk, { viewport });
    const press = (tool: string) => page.locator(`[data-tool="${tool}"]`).click();
    await page.locator('.ProseMirror').click();
    await press('heading2');
    await page.keyboard.type('News');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Plain ');
    await press('bold');
    t.equal(await page.getAttribute('[data-tool="bold"]', 'aria-pressed'), 'true', 'the button is pressed');
    await page.keyboard.type('bold');
    await press('bold');
    await page.keyboard.type(' and ');
    await press('italic');
    await page.keyboard.type('slanted');
    await press('italic');
    await page.keyboard.press('Enter');
    await press('bulletList');
    await page.keyboard.type('one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await press('link');
    await page.locator('.editor-ask input').first().fill('kemlu.go.id/help');
    await page.locator('.editor-ask input').nth(1).fill('help');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await press('table');
    await page.keyboard.type('Day');
    t.equal(
      await markdown(),
      '## News\n\nPlain **bold** and *slanted*\n\n- one\n- two\n\n[help](https://kemlu.go.id/help)\n\n| Day |   |\n| --- | - |\n|     |   |\n|     |   |\n',
    );
    await press('undo');
    t.notMatch(await markdown(), 'Day', 'and is undone');
    t.same(complaints, [], 'under the strictest policy');
    await done(t, `editor-${viewport.width}`);
  });
}

t.test('a text that nobody changes keeps its bytes', async (t) => {
  desk.page = { body: UNUSUAL };
  const { page, complaints, markdown, done } = await openDesk(browser, desk);
  t.equal(await markdown(), UNUSUAL);
  t.same(complaints, [], 'and all of it is understood');
  await page.locator('.ProseMirror').click();
  await page.keyboard.type('x');
  t.not(await markdown(), UNUSUAL, 'a change is a change');
  await page.keyboard.press('Backspace');
  t.equal(await markdown(), UNUSUAL, 'also when a change was taken back');
  await page.locator('[data-tool="plainText"]').click();
  await page.locator('[data-tool="plainText"]').click();
  t.equal(await markdown(), UNUSUAL, 'and seen as plain text');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/desk/post');
  t.equal(desk.submitted.at(-1)?.body?.replaceAll('\r\n', '\n'), UNUSUAL, 'and it is what is sent');
  await done(t);
});

t.test('Arabic is written from right to left, and English within it from left to right', async (t) => {
  desk.page = { lang: 'ar', dir: 'rtl', body: 'أهلا وسهلا\n\nWelcome to Cairo\n' };
  const { page, done } = await openDesk(browser, desk, { viewport: { width: 360, height: 740 } });
  const text = page.locator('.ProseMirror');
  t.equal(await text.getAttribute('dir'), 'rtl');
  t.equal(await text.getAttribute('lang'), 'ar');
  const sides = await page.evaluate(`[...document.querySelectorAll('.ProseMirror p')].map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const words = range.getBoundingClientRect(), box = line.getBoundingClientRect();
    return words.left - box.left > box.right - words.right ? 'right' : 'left';
  })`);
  t.same(sides, ['right', 'left']);
  await done(t, 'editor-arabic');
});

t.test('the toolbar is one stop of the Tab key, and arrow keys lead through it', async (t) => {
  desk.page = { body: 'Words' };
  const { page, markdown, done } = await openDesk(browser, desk);
  await page.locator('#title').focus();
  await page.keyboard.press('Tab');
  t.equal(await focused(page), 'Bold');
  await page.keyboard.press('ArrowRight');
  t.equal(await focused(page), 'Italic');
  await page.keyboard.press('End');
  t.equal(await focused(page), 'Plain text');
  await page.keyboard.press('Tab');
  t.equal(await focused(page), 'Text', 'and then comes the text, named by its label');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+b');
  t.equal(await markdown(), '**Words**\n');
  await page.keyboard.press('Alt+F10');
  t.equal(await focused(page), 'Plain text', 'a key leads back to the toolbar');
  await page.keyboard.press('Control+Alt+2');
  await done(t);
});

t.test('an empty text that is required stops the form with a word about it', async (t) => {
  desk.page = { body: '', required: true };
  const { page, done } = await openDesk(browser, desk);
  const before = desk.submitted.length;
  await page.getByRole('button', { name: 'Save' }).click();
  t.equal(await focused(page), 'Text');
  t.ok(await page.locator('.editor-complaint').last().isVisible());
  await page.keyboard.type('Now');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForSelector('pre');
  t.equal(desk.submitted.length, before + 1);
  await done(t);
});

t.test('a picture comes from whoever lets people pick one', async (t) => {
  desk.page = { body: '' };
  const { page, markdown, done } = await openDesk(browser, desk);
  await page.evaluate(`document.addEventListener('desk:pick-picture', (event) => {
    event.preventDefault();
    event.detail.insert('![A \\\\[red\\\\] kite](/media/1/960.webp)');
  })`);
  await page.locator('[data-tool="picture"]').click();
  t.equal(await markdown(), '![A \\[red\\] kite](/media/1/960.webp)\n');
  await done(t);
});

t.test('without the editor the textarea stays', async (t) => {
  desk.page = { body: 'Words' };
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${desk.origin}/desk/post`);
  t.ok(await plain.locator('#body').isVisible(), 'with JavaScript off');
  await plain.locator('#body').fill('By hand');
  await plain.getByRole('button', { name: 'Save' }).click();
  t.equal(desk.submitted.at(-1)?.body, 'By hand');
  await plain.close();

  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/part-editor-*.js', (route) => route.abort());
  const warned = page.waitForEvent('console', { predicate: (m) => m.text().includes('editor could not') });
  await page.goto(`${desk.origin}/desk/post`);
  await warned;
  t.ok(await page.locator('#body').isVisible(), 'with the line dropped');
  t.equal(await page.locator('.text-editor').count(), 0);
  await context.close();
});

t.test('whoever writes before the editor has come is not interrupted', async (t) => {
  desk.page = { body: 'Words' };
  const context = await browser.newContext();
  const page = await context.newPage();
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/part-editor-*.js', (route) => held.then(() => route.continue()));
  await page.goto(`${desk.origin}/desk/post`, { waitUntil: 'domcontentloaded' });
  await page.locator('#body').press('Control+End');
  await page.keyboard.type(' and more');
  const loaded = page.waitForResponse('**/part-editor-*.js');
  come();
  await (await loaded).finished();
  await page.keyboard.type(' words');
  t.equal(await page.inputValue('#body'), 'Words and more words');
  await page.keyboard.press('Tab');
  t.equal(await page.locator('.ProseMirror').innerText(), 'Words and more words');
  await context.close();
});

t.test('a link is changed, and removed', async (t) => {
  desk.page = { body: '[help](https://kemlu.go.id/)\n' };
  const { page, markdown, done } = await openDesk(browser, desk);
  const address = page.getByLabel('Address');
  await page.locator('.ProseMirror').click({ position: { x: 30, y: 30 } });
  await page.keyboard.press('Control+k');
  t.equal(await address.inputValue(), 'https://kemlu.go.id/');
  await address.fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Insert' }).click();
  t.match(await page.getByRole('alert').innerText(), 'An address begins with https://');
  await address.fill('help@kemlu.go.id');
  await page.keyboard.press('Enter');
  t.equal(await markdown(), '[help](mailto:help@kemlu.go.id)\n');
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'Remove the link' }).click();
  t.equal(await markdown(), 'help\n');
  await done(t);
});

function focused(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const active = document.activeElement;
    const label = document.getElementById(active.getAttribute('aria-labelledby'));
    return active.getAttribute('aria-label') ?? label?.textContent ?? active.textContent;
  })()`);
}
