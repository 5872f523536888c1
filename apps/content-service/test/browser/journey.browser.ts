import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { launch, ORIGIN, TOKEN } from './browser.ts';

const PROVEN_WITHIN_MS = 30_000;

const browser = await launch();
t.teardown(() => browser.close());

const words = (more = '') => [
  { locale: 'id', title: `Nomor darurat baru${more}`, body: 'Simpan nomor ini.' },
  { locale: 'en', title: `A new emergency number${more}`, body: 'Keep this number.' },
  { locale: 'ar', title: `رقم طوارئ جديد${more}`, body: 'احفظ هذا الرقم.' },
];

t.test('a headline is pushed, read, corrected and recalled', async (t) => {
  const page = await browser.newPage();
  const { id } = await call('POST', '/headlines', { translations: words(), audience: { all: true } });
  t.match(await proven(id), { state: 'live', version: 1, pending: 0 }, 'every mission was seen to show it');

  await page.goto(`${ORIGIN}/tokyo/`);
  await page.getByRole('link', { name: 'Nomor darurat baru' }).click();
  t.equal(await page.locator('h1').innerText(), 'Nomor darurat baru');
  t.match(await page.locator('article').innerText(), 'Simpan nomor ini.');
  const address = page.url();
  t.match(address, /\/tokyo\/id\/nomor-darurat-baru-h\d\w*$/);

  await page.goto(`${ORIGIN}/cairo/ar/`);
  await page.getByRole('link', { name: 'رقم طوارئ جديد' }).click();
  t.equal(await page.evaluate("getComputedStyle(document.querySelector('h1')).direction"), 'rtl');
  t.match(await page.locator('article').innerText(), 'احفظ هذا الرقم.');

  const correction = {
    translations: words(' (2)'),
    audience: { all: true },
    note: 'Angka kedua diperbaiki.',
  };
  await call('PUT', `/headlines/${id}`, correction, { 'if-match': '"1"' });
  t.match(await proven(id), { state: 'live', version: 2, pending: 0 }, 'and its correction');
  await page.goto(address);
  t.not(page.url(), address, 'its old address leads to the one with the new words');
  t.equal(await page.locator('h1').innerText(), 'Nomor darurat baru (2)');
  t.match(await page.locator('article').innerText(), 'Angka kedua diperbaiki.', 'what was corrected is said');
  const corrected = page.url();

  const recall = { reason: 'internal: a wrong number', notice: { id: 'Nomor ini tidak berlaku.' } };
  await call('POST', `/headlines/${id}/recall`, recall);
  t.match(await proven(id), { state: 'recalled', version: 3, pending: 0 }, 'and its recall');
  for (const gone of [address, corrected]) {
    const response = await page.goto(gone);
    t.equal(response?.status(), 410);
    t.match(await page.locator('main').innerText(), 'Nomor ini tidak berlaku.', 'readers are told');
    const source = await page.content();
    t.notMatch(source, /internal|wrong number/i, 'not why, nowhere in the page');
    t.notMatch(source, /Nomor darurat baru|Simpan nomor|Angka kedua/i, 'nor what stood there');
  }
  for (const home of ['/tokyo/', '/cairo/ar/']) {
    await page.goto(`${ORIGIN}${home}`);
    t.notMatch(await page.locator('body').innerText(), /Nomor darurat|رقم طوارئ/, `${home} shows it no more`);
  }
  await page.close();
});

async function call(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: {
      ...headers,
      authorization: `Bearer ${TOKEN}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string; pending: number; version: number; state: string };
}

/** The ledger once nothing is pending in it, or as it is when the time is over. */
async function proven(id: string) {
  const end = Date.now() + PROVEN_WITHIN_MS;
  for (;;) {
    const ledger = await call('GET', `/headlines/${id}/deliveries`);
    if (ledger.pending === 0 || Date.now() > end) return ledger;
    await sleep(50);
  }
}
