import type { BrowserContextOptions, Page } from 'playwright-core';
import t from 'tap';
import { photoFile } from '../desk/media-support.ts';
import { launch } from './browser.ts';
import { optionsFor, WIDTHS, type Width } from './desk.ts';
import { lookAt } from './desk-axe.ts';
import { openMissionDesk } from './mission-desk.ts';

const LIBRARY = '/desk/sites/tokyo/media';

const browser = await launch();
t.teardown(() => browser.close());
const desk = await openMissionDesk(t);

for (const viewport of WIDTHS) {
  const at = viewport.width;
  t.test(`pictures are sent, described and looked at, ${at} pixels wide`, async (t) => {
    const page = await signedIn(viewport);
    await page.goto(`${desk.origin}${LIBRARY}`);
    await lookAt(t, page, `media-empty-${at}`);
    await page.setInputFiles('#field-file', [
      await asFile(`garden-${at}.jpg`, 1600, 1000),
      { name: 'list.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.alloc(10) },
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture at all') },
    ]);
    await row(page, `garden-${at}.jpg`).filter({ hasText: 'uploaded' }).waitFor();
    await row(page, 'broken.jpg').filter({ hasText: 'The file is no picture' }).waitFor();
    t.match(await row(page, 'list.xlsx').innerText(), 'of a kind that cannot be used');
    await lookAt(t, page, `media-sent-${at}`);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('heading', { name: 'What do they show?' }).waitFor();
    await lookAt(t, page, `media-describe-${at}`);
    await page.getByLabel('people who do not see it (English)').fill(`A garden ${at}`);
    await page.getByLabel('Credit').fill('Sari');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: `A garden ${at}` }).waitFor();
    await lookAt(t, page, `media-library-${at}`);

    await page.getByRole('link', { name: `A garden ${at}` }).click();
    const crop = page.locator('svg[data-crop="1:1"]');
    const before = await crop.getAttribute('viewBox');
    const box = await page.locator('.focal-frame img').boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.9, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    t.equal(await page.getByRole('spinbutton', { name: 'From the left' }).inputValue(), '90');
    t.not(await crop.getAttribute('viewBox'), before, 'crops follow');
    await lookAt(t, page, `media-item-${at}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    t.equal(await page.getByRole('spinbutton', { name: 'From the left' }).inputValue(), '90');
    await page.getByRole('link', { name: 'Remove' }).click();
    await lookAt(t, page, `media-removal-${at}`);
    await page.context().close();
  });

  t.test(`a picture is put into a text from a dialog, ${at} pixels wide`, async (t) => {
    const page = await signedIn(viewport);
    await page.goto(`${desk.origin}/desk/sites/tokyo/posts/${crypto.randomUUID()}/en`);
    await page.waitForSelector('.ProseMirror');
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Choose a picture' });
    await dialog.getByLabel('Look for words').fill(`garden ${at}`);
    await dialog.getByRole('button', { name: `A garden ${at}` }).waitFor();
    await lookAt(t, page, `media-dialog-${at}`);
    await dialog.getByRole('button', { name: `A garden ${at}` }).click();
    await dialog.getByRole('button', { name: 'Insert' }).click();
    const shown = page.locator('.ProseMirror img[data-src]');
    await shown.waitFor();
    t.match(await shown.getAttribute('src'), /^\/desk\/sites\/tokyo\/media\/.+\/file$/, 'it is seen at once');
    const isDrawn = `document.querySelector('.ProseMirror img[data-src]').decode().then(() => true)`;
    t.equal(await page.evaluate(isDrawn), true);

    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await dialog.getByLabel('New pictures').setInputFiles(await asFile(`new-${at}.jpg`, 700, 500));
    await dialog.getByLabel('What the picture shows').fill('A [new] picture');
    await lookAt(t, page, `media-dialog-new-${at}`);
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    const body = await page.locator('textarea[name=body]').inputValue();
    t.match(body, new RegExp(`!\\[A garden ${at}\\]\\(/media/[0-9a-f-]{36}\\)`));
    t.match(body, /!\[A \\\[new\\?\] picture\]\(\/media\/[0-9a-f-]{36}\)/);
    await page.context().close();
  });
}

t.test('all of it works without script', async (t) => {
  const page = await signedIn(WIDTHS[0], { javaScriptEnabled: false });
  await page.goto(`${desk.origin}${LIBRARY}`);
  await page.setInputFiles('#field-file', [
    await asFile('plain.jpg', 800, 500),
    { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture at all') },
  ]);
  await page.getByRole('button', { name: 'Upload' }).click();
  t.match(await page.getByRole('alert').innerText(), 'x.jpg: The file is no picture');
  await page.getByLabel('people who do not see it (English)').fill('A plain picture');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'A plain picture' }).click();
  await page.getByRole('spinbutton', { name: 'From the top' }).fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  t.equal(await page.getByRole('spinbutton', { name: 'From the top' }).inputValue(), '20');
  await page.getByRole('link', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  t.match(await page.getByRole('status').first().innerText(), 'It was removed');
  await page.context().close();
});

async function signedIn(viewport: Width, more?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(optionsFor(viewport, more));
  const page = await context.newPage();
  await page.goto(`${desk.origin}/desk/sign-in`);
  await page.getByLabel('E-mail address').fill(desk.email);
  await page.getByLabel('Password').fill(desk.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk\/sites\/tokyo/);
  return page;
}

const row = (page: Page, name: string) => page.locator('.upload-list li').filter({ hasText: name });

async function asFile(name: string, width: number, height: number) {
  const { body } = await photoFile(name, width, height);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(body) };
}
