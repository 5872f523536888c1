import t from 'tap';
import { launch, ORIGIN, TOKEN } from './browser.ts';
import { Officer, optionsFor, WIDTHS, type Width } from './desk.ts';
import { demoPassword } from './desk-people.ts';

const MOST_BYTES = 40 * 1024;

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`a headline arrives before one’s eyes, ${viewport.width} pixels wide`, async (t) => {
    const auditor = await signIn(viewport);
    const { page } = auditor;
    const title = `Turning green at ${viewport.width}`;
    const { id, version } = await send('POST', '/headlines', words(title));
    await auditor.open('/desk/headlines');
    await auditor.look(t, 'headlines');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('link', { name: /of 134 live/ }).click();
    await page.getByText('134 of 134 live, proven in').first().waitFor();
    t.equal(await page.locator('.board-map g').count(), 134, 'every mission is on the map');
    t.equal(await page.locator('.board-table tbody tr').count(), 134);
    await page.locator('#board-line', { hasText: 'live' }).waitFor();
    await auditor.look(t, 'board');

    await send('PUT', `/headlines/${id}`, words(`${title}, again`), { 'if-match': `"${version}"` });
    await page.locator('#board-summary', { hasText: 'Version 2' }).waitFor();
    await page.locator('#board-sum', { hasText: '134 of 134 live, proven in' }).waitFor();
    t.equal(await page.locator('#board-sum').getAttribute('data-tone'), 'ok');
    await page.locator('#board-said', { hasText: '134 of 134 live' }).waitFor({ state: 'attached' });
    t.equal(await page.locator('.board [aria-live], .board [role=status]').count(), 1, 'one voice alone');

    await send('POST', `/headlines/${id}/recall`, { reason: 'the test is over' });
    await page.locator('#board-sum', { hasText: 'Gone from 134 of 134, proven in' }).waitFor();
    await auditor.look(t, 'board-recalled');
    await page.context().close();
  });
}

t.test('the board is read and narrowed without script', async (t) => {
  const [viewport] = WIDTHS;
  const auditor = await signIn(viewport, false);
  const { id } = await send('POST', '/headlines', words('Read without script'));
  await auditor.open(`/desk/headlines/${id}/deliveries`);
  await auditor.choose('Region', 'africa');
  await auditor.press('Show');
  const rows = auditor.page.locator('.board-table tbody tr');
  t.ok((await rows.count()) < 134 && (await rows.count()) > 10);
  t.match(await rows.first().innerText(), 'Africa');
  await auditor.page.context().close();
});

t.test('the board is light', async (t) => {
  const [viewport] = WIDTHS;
  const auditor = await signIn(viewport);
  const { id } = await send('POST', '/headlines', words('Light as a feather'));
  const storageState = await auditor.page.context().storageState();
  await auditor.page.context().close();
  const context = await browser.newContext({ ...optionsFor(viewport), storageState });
  const page = await context.newPage();
  const parts: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    parts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`${ORIGIN}/desk/headlines/${id}/deliveries`);
  await page.locator('#board-line', { hasText: 'live' }).waitFor();
  const bytes = (await Promise.all(parts)).reduce((sum, each) => sum + each, 0);
  t.ok(parts.length > 5 && bytes <= MOST_BYTES, `${bytes} bytes with the map, at most ${MOST_BYTES}`);
  await context.close();
});

async function signIn(viewport: Width, javaScriptEnabled = true): Promise<Officer> {
  const context = await browser.newContext(optionsFor(viewport, { javaScriptEnabled }));
  const officer = new Officer(await context.newPage(), { script: javaScriptEnabled });
  await officer.open('/desk');
  await officer.fill('E-mail address', 'auditor@demo.invalid');
  await officer.fill('Password', demoPassword('auditor'));
  await officer.press('Sign in');
  await officer.page.waitForURL(/\/desk$/);
  return officer;
}

const words = (title: string) => ({
  translations: [{ locale: 'en', title, body: `${title}.` }],
  audience: { all: true },
});

async function send(method: string, path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { id: string; version: number };
}
