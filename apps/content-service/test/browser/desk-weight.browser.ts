import t from 'tap';
import { launch, ORIGIN } from './browser.ts';
import { WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';

const MOST_BYTES = 40 * 1024;
const EDITOR = /\/part-editor-/;
const PAGES = {
  home: '/desk/sites/canberra',
  posts: '/desk/sites/canberra/posts',
  'a new post': '/desk/sites/canberra/posts/new',
  account: '/desk/account',
};

const browser = await launch();
t.teardown(() => browser.close());

t.test('a page of the desk weighs little without the editor, which comes after it', async (t) => {
  const [viewport] = WIDTHS;
  const officer = await arrive(browser, 'canberra', 'content-editor', viewport);
  const storageState = await officer.page.context().storageState();
  await officer.page.context().close();
  for (const [name, path] of Object.entries(PAGES)) {
    const context = await browser.newContext({ storageState, viewport });
    const page = await context.newPage();
    const parts: Promise<Part>[] = [];
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname;
      parts.push(request.sizes().then(({ responseBodySize: bytes }) => ({ path, bytes })));
    });
    await page.goto(`${ORIGIN}${path}`, { waitUntil: 'networkidle' });
    const loaded = (await Promise.all(parts)).filter((part) => !EDITOR.test(part.path));
    const bytes = loaded.reduce((sum, part) => sum + part.bytes, 0);
    t.comment(`${name}: ${loaded.map((part) => `${part.path.split('/').at(-1)} ${part.bytes}`).join(', ')}`);
    t.ok(loaded.length >= 3 && bytes <= MOST_BYTES, `${name}: ${bytes} bytes, at most ${MOST_BYTES}`);
    await context.close();
  }
});

interface Part {
  path: string;
  bytes: number;
}
