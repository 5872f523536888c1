import type { BrowserContextOptions } from 'playwright-core';
import t from 'tap';
import { launch, ORIGIN } from './browser.ts';
import { Officer, optionsFor, WIDTHS } from './desk.ts';
import { demoPassword, enrol } from './desk-people.ts';

const MOST_BYTES = 40 * 1024;
type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

const browser = await launch();
t.teardown(() => browser.close());

/** A code works once, so the second window goes on in the session of the first. */
let session: StorageState | undefined;

for (const viewport of WIDTHS) {
  t.test(`a headline is composed, sent, corrected, recalled, ${viewport.width} pixels wide`, async (t) => {
    const desk = await signIn(viewport);
    const { page } = desk;
    const title = `Imbauan perjalanan ${viewport.width}`;
    await desk.open('/desk/headlines');
    await desk.press('New headline');
    await desk.fill('Title', title);
    await desk.fill('Summary', 'Periksa paspor Anda sebelum berangkat.');
    await desk.write('Masa berlaku paspor paling sedikit enam bulan.');
    await desk.look(t, 'compose-first');
    await desk.press('Save the draft');
    await desk.choose('Translate into', 'ar');
    await desk.press('Begin');
    await desk.fill('Title', `تنبيه للمسافرين ${viewport.width}`);
    await desk.write('يجب أن يكون جواز السفر صالحًا لستة أشهر على الأقل.');
    await desk.look(t, 'compose-translation');
    await desk.press('Save the draft');
    await desk.press('Preview');
    await page.frameLocator('iframe.phone').locator('h1').waitFor();
    await page.goBack();

    await desk.press('To whom');
    await page.getByText('Nobody is reached yet.').waitFor();
    await page.getByRole('checkbox', { name: 'Middle East' }).check();
    await page
      .locator('.reach-said', { hasText: /Reaches \d+ missions; \d+ are in other regions/ })
      .waitFor();
    await desk.look(t, 'compose-audience');
    await desk.press('Save and go on');
    await page.getByRole('radio', { name: /^Mandatory/ }).check();
    await page.getByRole('radio', { name: /^By each mission/ }).check();
    await page.getByLabel('Local date and time').fill('2030-01-15T08:00');
    await page.locator('#times', { hasText: 'This is no embargo' }).waitFor();
    await desk.look(t, 'compose-sending');
    await page.getByRole('radio', { name: 'As soon as it is sent' }).check();
    await desk.press('Save and go on');
    t.match(await desk.words(), /Arabic: \d+ missions/);
    await desk.look(t, 'compose-review');
    await page.getByRole('button', { name: /^Send to \d+ missions$/ }).dblclick();
    await page
      .getByText(/(\d+) of \1 live, proven in/)
      .first()
      .waitFor();

    const above = new URL(page.url()).pathname.replace('/deliveries', '');
    await desk.open(above);
    await desk.look(t, 'headline-sent');
    await desk.press('Correct it');
    await page
      .getByRole('navigation', { name: 'Languages' })
      .getByRole('link', { name: /^Indonesian/ })
      .click();
    await desk.fill('Title', `${title} diperbarui`);
    await desk.press('Go on');
    await desk.fill('A note to readers', 'Masa berlakunya ditambahkan.');
    await desk.look(t, 'compose-correction');
    await page.getByRole('button', { name: /^Send the correction to \d+ missions$/ }).click();
    await page
      .getByText(/(\d+) of \1 live, proven in/)
      .first()
      .waitFor();
    const reader = await browser.newPage();
    await reader.goto(new URL('/beirut/id/', page.url()).href);
    await reader
      .getByRole('link', { name: `${title} diperbarui` })
      .first()
      .click();
    t.match(await reader.locator('main').innerText(), 'Masa berlakunya ditambahkan.');

    await desk.open(above);
    await desk.press('Recall it');
    await desk.look(t, 'recall');
    await desk.fill('Reason', 'Salah kirim.');
    await page.getByRole('button', { name: /^Recall it from \d+ missions$/ }).click();
    await desk.look(t, 'headline-recalled');
    const gone = await reader.reload();
    t.equal(gone?.status(), 410);
    t.match(await reader.locator('main').innerText(), 'telah ditarik');
    await desk.press('Bring it back');
    await page.getByText('It is back.').waitFor();
    t.equal((await reader.reload())?.status(), 200);
    await desk.open('/desk/headlines');
    await desk.look(t, 'headlines-list');
    await desk.open('/desk/headlines/groups/new');
    await desk.look(t, 'group');
    await reader.close();
    await page.context().close();
  });
}

t.test('all of it goes without script', async (t) => {
  const [viewport] = WIDTHS;
  const desk = await signIn(viewport, false);
  await desk.open('/desk/headlines');
  await desk.press('New headline');
  await desk.fill('Title', 'Tanpa skrip');
  await desk.write('Semua berjalan.');
  await desk.press('Go on');
  await desk.press('Africa');
  t.match(await desk.words(), /Reaches \d+ missions; \d+ are in other regions/);
  await desk.look(t, 'compose-no-script');
  await desk.press('Save and go on');
  await desk.press('Save and go on');
  await desk.page.getByRole('button', { name: /^Send to \d+ missions$/ }).click();
  await desk.page.waitForURL(/\/deliveries$/);
  await desk.page.context().close();
});

t.test('its pages are light without the editor', async (t) => {
  const [viewport] = WIDTHS;
  const desk = await signIn(viewport, false);
  await desk.open('/desk/headlines');
  await desk.press('New headline');
  const above = new URL(desk.page.url()).pathname.replace(/\/texts.*/, '');
  await desk.page.context().close();
  for (const step of ['texts/id', 'audience', 'sending', 'review']) {
    const { page } = await signIn(viewport);
    const parts: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.url().includes('/part-editor-')) return;
      parts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto(`${ORIGIN}${above}/${step}`, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(parts)).reduce((sum, each) => sum + each, 0);
    t.ok(parts.length >= 3 && bytes <= MOST_BYTES, `${step}: ${bytes} bytes, at most ${MOST_BYTES}`);
    await page.context().close();
  }
});

async function signIn(viewport: (typeof WIDTHS)[number], javaScriptEnabled = true): Promise<Officer> {
  const state = session ? { storageState: session } : {};
  const context = await browser.newContext(optionsFor(viewport, { javaScriptEnabled, ...state }));
  const officer = new Officer(await context.newPage(), { script: javaScriptEnabled });
  if (session) return officer;
  await officer.open('/desk');
  await officer.fill('E-mail address', 'pr-desk@demo.invalid');
  await officer.fill('Password', demoPassword('pr-desk'));
  await officer.press('Sign in');
  await enrol(officer);
  session = await context.storageState();
  return officer;
}
