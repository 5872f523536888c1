import type { Page } from 'playwright-core';
import t from 'tap';
import { launch } from './browser.ts';
import { type Harness, startHarness } from './editor-harness.ts';
import { openDesk } from './editor-support.ts';

const PAUSE_MS = 5_500;
const BODY = 'The consulate opens at nine.\n\nBring your passport.\n';

const browser = await launch();
const desk = await startHarness();
t.teardown(async () => {
  await browser.close();
  await desk.close();
});
t.beforeEach(() => {
  Object.assign(desk, { status: 200, answer: {}, token: 'token-1', autosaved: [], page: { body: BODY } });
});

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
]) {
  t.test(`the line drops while somebody writes, ${viewport.width} pixels wide`, async (t) => {
    const { page, context, markdown, look, done } = await openWithClock(viewport);
    await context.setOffline(true);
    await write(page, ' Only on weekdays.');
    await state(page, 'Not saved: no connection — kept in this browser');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('.text-editor').waitFor();
    t.equal(desk.submitted.length, 0, 'the page stays where the form cannot be sent');

    await context.setOffline(false);
    await state(page, /^Saved \d\d:05$/);
    t.match(desk.autosaved, [{ revision: 3, fields: { title: 'A meeting in Wellington' } }]);
    t.match(desk.autosaved[0]?.fields.body, 'Only on weekdays.', 'the line is back, and so it is saved');

    await context.setOffline(true);
    await write(page, ' And on Sundays.');
    await state(page, /no connection/);
    await page.route('**/autosave', (route) => route.abort());
    await context.setOffline(false);
    await page.reload();
    const offer = page.locator('.draft-offer');
    await offer.waitFor();
    t.match(await offer.innerText(), /Words that were not saved[\s\S]*Text[\s\S]*And on Sundays\./);
    t.match(await offer.locator('ins').first().innerText(), 'Only on weekdays.', 'what differs is marked');
    await look(t, `drafts-${viewport.width}`);
    await page.waitForSelector('.ProseMirror');
    await page.getByRole('button', { name: 'Take them back' }).click();
    t.match(await markdown(), 'nine.\n\nBring your passport. Only on weekdays. And on Sundays.');
    t.match(await page.locator('.ProseMirror').innerText(), 'And on Sundays.', 'the editor shows them');
    await done(t);
  });
}

t.test('a session that is over loses no words, and whoever comes next does not see them', async (t) => {
  const { page, context, done } = await openWithClock();
  desk.status = 401;
  await write(page, ' By appointment.');
  await state(page, 'You were signed out — kept in this browser; sign in in another tab');
  await page.close();

  desk.page = { body: BODY, person: 'budi' };
  const other = await open(context.newPage(), desk);
  t.equal(await other.locator('.draft-offer').count(), 0, 'another person on the same computer');
  await other.close();

  desk.page = { body: BODY, locale: 'id' };
  const again = await open(context.newPage(), desk);
  t.match(
    await again.locator('.draft-offer').innerText(),
    /Tulisan yang belum tersimpan[\s\S]*By appointment\./,
  );
  await again.getByRole('button', { name: 'Buang' }).click();
  await again.reload();
  await again.waitForSelector('.ProseMirror');
  t.equal(await again.locator('.draft-offer').count(), 0, 'what was thrown away stays away');
  await done(t);
});

t.test('whoever signs in again in another tab goes on in this one', async (t) => {
  const { page, done } = await openWithClock();
  desk.token = 'token-2';
  await write(page, ' Now.');
  await state(page, /^Saved/);
  t.equal(desk.autosaved.length, 1);
  t.equal(await page.inputValue('input[name="_csrf"]'), 'token-2', 'the form can be sent, too');

  Object.assign(desk, { token: 'token-3', page: { body: BODY, person: 'budi' } });
  await write(page, ' Later.');
  await state(page, /Somebody else has signed in/);
  t.equal(desk.autosaved.length, 1, 'but nothing is saved in the name of another person');
  await done(t);
});

t.test('somebody else was faster: nothing is overwritten, and the way to both texts is shown', async (t) => {
  const { page, done } = await openWithClock();
  desk.status = 409;
  await write(page, ' Mine.');
  await state(page, /somebody else has changed this/);
  t.equal(await page.getByRole('link', { name: 'Compare both' }).getAttribute('href'), '/desk/elsewhere');
  desk.status = 200;
  await write(page, ' More.');
  await page.clock.fastForward(60_000);
  t.same(desk.autosaved, [], 'it is not tried again');
  await page.reload();
  t.match(await page.locator('.draft-offer').innerText(), 'Mine. More.', 'and all is kept');
  await done(t);
});

t.test('a refusal is said in the words of the service', async (t) => {
  const { page, done } = await openWithClock();
  Object.assign(desk, { status: 422, answer: { message: 'The title is too long.' } });
  await page.fill('#title', 'Too long');
  await page.clock.fastForward(PAUSE_MS);
  await state(page, 'Not saved: The title is too long.');
  await done(t);
});

t.test('the same words are sent once, and what was saved is not offered back', async (t) => {
  const { page, context, markdown, done } = await openWithClock();
  await write(page, ' Once.');
  await state(page, /^Saved/);
  await page.locator('#title').press('End');
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.clock.fastForward(PAUSE_MS);
  await page.evaluate('dispatchEvent(new Event("online"))');
  await page.clock.fastForward(PAUSE_MS);
  t.equal(desk.autosaved.length, 1);

  desk.page = { body: await markdown() };
  const again = await open(context.newPage(), desk);
  t.equal(await again.locator('.draft-offer').count(), 0);
  t.same(await again.evaluate('Object.keys(localStorage)'), [], 'and nothing of it stays in the browser');
  await done(t);
});

t.test(
  'what was typed in the moment before a tab is closed is there, with the boxes that were ticked',
  async (t) => {
    const more = `<fieldset><legend>Tags</legend>
    <label><input type="checkbox" name="tags" value="visa"> Visas</label>
    <label><input type="checkbox" name="tags" value="help" checked> Help</label></fieldset>`;
    desk.page = { body: BODY, more };
    const { page, context, done } = await openDesk(browser, desk);
    await page.getByLabel('Visas').check();
    await page.fill('#title', 'Closed at once');
    await page.goto(`${desk.origin}/desk/elsewhere`);
    await page.close();
    const again = await open(context.newPage(), desk);
    const offer = await again.locator('.draft-offer').innerText();
    t.match(offer, /Title\n[\s\S]*Closed at once[\s\S]*Tags\n[\s\S]*Visas/);
    await again.getByRole('button', { name: 'Take them back' }).click();
    t.equal(await again.inputValue('#title'), 'Closed at once');
    t.ok(await again.getByLabel('Visas').isChecked());
    t.ok(await again.getByLabel('Help').isChecked());
    await done(t);
  },
);

t.test('a form that arrived is not offered back, one that did not is', async (t) => {
  const { page, context, done } = await openDesk(browser, desk);
  await page.fill('#title', 'Sent');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForSelector('pre');
  const lost = await open(context.newPage(), desk);
  t.equal(await lost.locator('.draft-offer').count(), 1, 'the server has not said that it has it');
  desk.page = { body: BODY, outside: '<p data-saved="post:1:en" data-saved-revision="4">Saved.</p>' };
  const saved = await open(context.newPage(), desk);
  t.equal(await saved.locator('.draft-offer').count(), 0, 'now it has');
  await done(t);
});

function openWithClock(viewport = { width: 1280, height: 900 }) {
  return openDesk(browser, desk, { viewport }, (page) => page.clock.install());
}

async function open(opening: Promise<Page>, { origin }: Harness): Promise<Page> {
  const page = await opening;
  await page.goto(`${origin}/desk/post`);
  await page.waitForSelector('.ProseMirror');
  return page;
}

async function write(page: Page, words: string): Promise<void> {
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
  await page.clock.fastForward(1_000);
  await page.clock.fastForward(PAUSE_MS);
}

async function state(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('[data-save-state]').filter({ hasText: words }).waitFor();
}
