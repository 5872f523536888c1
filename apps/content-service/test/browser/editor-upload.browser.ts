import type { Page } from 'playwright-core';
import t from 'tap';
import { launch } from './browser.ts';
import { startHarness } from './editor-harness.ts';
import { openDesk } from './editor-support.ts';

const MORE = `<label for="pictures">Pictures</label>
<input id="pictures" type="file" name="pictures" multiple accept="image/jpeg,image/png,image/webp"
  data-upload="/desk/uploads" data-max-bytes="20000000">`;
/** What a camera writes that was held upright: the picture lies on its side, and this says so. */
const TURNED = Buffer.from(
  'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00060000' + '00000000',
  'hex',
);

const browser = await launch();
const desk = await startHarness();
t.teardown(async () => {
  await browser.close();
  await desk.close();
});
t.beforeEach(() => {
  Object.assign(desk, { refusal: undefined, token: 'token-1', page: { body: 'Words', more: MORE } });
  desk.uploads.length = 0;
});

t.test('a line that drops in the middle of a file goes on where it was, and the form waits', async (t) => {
  const { page, context, done } = await openDesk(browser, desk);
  const large = Buffer.alloc(5_000_000, 'a film frame');
  const events = heard(page);
  await page.route('**/desk/uploads/0', async (route) => {
    if (route.request().method() !== 'PATCH' || desk.uploads[0]?.body.length === 0) return route.continue();
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.setInputFiles('#pictures', { name: 'large.webp', mimeType: 'image/webp', buffer: large });
  await row(page, 'large.webp').filter({ hasText: 'waiting for the connection' }).waitFor();
  const arrived = desk.uploads[0]?.body.length ?? 0;
  t.ok(arrived > 0 && arrived < large.length, 'a part has arrived');
  await page.unroute('**/desk/uploads/0');
  await context.setOffline(false);
  await row(page, 'large.webp').filter({ hasText: 'uploaded' }).waitFor();
  t.equal(desk.uploads.length, 1, 'it was not begun again');
  t.ok(desk.uploads[0]?.body.equals(large), 'all of it arrived');
  t.match(await events(), [{ name: 'large.webp', media: { id: 'm0', src: '/media/m0' } }]);
  await done(t);
});

t.test('a large photo is made smaller and set upright before it is sent', async (t) => {
  const { page, done } = await openDesk(browser, desk);
  const drawn: number[] = await page.evaluate(`new Promise((done) => {
    const canvas = document.createElement('canvas');
    canvas.width = 5000; canvas.height = 500;
    const context = canvas.getContext('2d');
    for (let x = 0; x < 5000; x += 5) { context.fillStyle = 'hsl(' + x + ' 80% 50%)'; context.fillRect(x, x % 300, 5, 200); }
    canvas.toBlob(async (blob) => done([...new Uint8Array(await blob.arrayBuffer())]), 'image/jpeg', 1);
  })`);
  const jpeg = Buffer.from(drawn);
  const buffer = Buffer.concat([jpeg.subarray(0, 2), TURNED, jpeg.subarray(2)]);
  await page.setInputFiles('#pictures', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await row(page, 'photo.jpg').filter({ hasText: 'uploaded' }).waitFor();
  const size = await page.evaluate(`fetch('/desk/uploads/0/bytes').then((answer) => answer.blob())
    .then(createImageBitmap).then(({ width, height }) => [width, height])`);
  t.same(size, [400, 4000]);
  t.ok((desk.uploads[0]?.body.length ?? 0) < buffer.length);
  t.notOk(desk.uploads[0]?.body.includes('Exif'), 'what the camera wrote beside it stays behind');
  await done(t);
});

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
]) {
  t.test(`what cannot be used says why beside its name, ${viewport.width} pixels wide`, async (t) => {
    const { page, done } = await openDesk(browser, desk, { viewport });
    const file = (name: string, mimeType: string, size = 10) => ({
      name,
      mimeType,
      buffer: Buffer.alloc(size),
    });
    await page.setInputFiles('#pictures', [
      file('IMG_1.HEIC', 'image/heic'),
      file('list.xlsx', 'application/vnd.ms-excel'),
      file('huge.png', 'image/png', 21_000_000),
      file('fine.webp', 'image/webp'),
    ]);
    await row(page, 'fine.webp').filter({ hasText: 'uploaded' }).waitFor();
    t.match(await row(page, 'IMG_1.HEIC').innerText(), 'save it as JPEG first');
    t.match(await row(page, 'list.xlsx').innerText(), 'of a kind that cannot be used');
    t.match(await row(page, 'huge.png').innerText(), 'is too large: 21 MB, at most 20 MB');
    t.equal(desk.uploads.length, 1, 'and is not sent');
    desk.refusal = { status: 422, message: 'This picture is broken.' };
    await page.setInputFiles('#pictures', file('broken.webp', 'image/webp'));
    await row(page, 'broken.webp').filter({ hasText: 'This picture is broken.' }).waitFor();
    await row(page, 'list.xlsx').getByRole('button', { name: 'Leave it out' }).click();
    t.equal(await row(page, 'list.xlsx').count(), 0);
    await done(t, `upload-${viewport.width}`);
  });
}

t.test('pictures are dropped and pasted, several at once', async (t) => {
  const { page, done } = await openDesk(browser, desk);
  const events = heard(page);
  await page.evaluate(`(() => {
    const files = new DataTransfer();
    for (const name of ['one.webp', 'two.webp']) files.items.add(new File(['x' + name], name, { type: 'image/webp' }));
    document.querySelector('.upload-zone').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    const text = document.querySelector('.ProseMirror'), box = text.getBoundingClientRect(), four = new DataTransfer();
    four.items.add(new File(['four'], 'four.webp', { type: 'image/webp' }));
    globalThis.left = text.dispatchEvent(new DragEvent('drop', { dataTransfer: four, bubbles: true, cancelable: true, clientX: box.x + 30, clientY: box.y + 30 }));
    const pasted = new DataTransfer();
    pasted.items.add(new File(['three'], 'three.webp', { type: 'image/webp' }));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }));
  })()`);
  for (const name of ['one', 'two', 'three', 'four']) {
    await row(page, `${name}.webp`).filter({ hasText: 'uploaded' }).waitFor();
  }
  t.equal((await events()).length, 4);
  t.equal(await page.evaluate('globalThis.left'), false, 'the browser does not leave the page for a file');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForSelector('pre');
  t.notOk('pictures' in (desk.submitted.at(-1) ?? {}), 'the form does not send them once more');
  await done(t);
});

function row(page: Page, name: string) {
  return page.locator('.upload-list li').filter({ hasText: name });
}

/** What the page is told of files that have arrived. */
function heard(page: Page): () => Promise<unknown[]> {
  const listening = page.evaluate(
    `globalThis.heard = []; addEventListener('desk:uploaded', ({ detail }) => heard.push(detail))`,
  );
  return async () => {
    await listening;
    return page.evaluate('heard');
  };
}
