import type { Page } from 'playwright-core';
import t from 'tap';
import { launch, ORIGIN, screenshot, TOKEN, visit } from './browser.ts';
import { setLook } from './list-pages.ts';

/** What a reader sees who has the system's own few colours for everything, and wants nothing to move. */
const browser = await launch();
t.teardown(() => browser.close());
await setLook('denhaag', { theme: 'base' });
const alert = await send('/alerts', { template: 'mourning', area: { everywhere: true } });
const released = await send(`/alerts/${alert.id}/release`, { reason: 'a test' }, alert.version);
t.teardown(async () => {
  const draft = await send(`/alerts/${alert.id}/cancellation`, {}, released.version);
  await send(`/alerts/${alert.id}/release`, { reason: 'the test is over' }, draft.version);
});

const PAGES = {
  home: '/tokyo/',
  'home-ar': '/cairo/ar/',
  help: '/en/help',
  missions: '/missions',
  search: '/tokyo/search?q=beasiswa',
  event: '/wellington/en/events',
  'base-home': '/denhaag/',
  'base-search': '/denhaag/search?q=film',
};
const STOPS = 40;

for (const [name, path] of Object.entries(PAGES)) {
  t.test(`${name}: all is told without colours, and nothing moves`, async (t) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      forcedColors: 'active',
      reducedMotion: 'reduce',
    });
    t.teardown(() => context.close());
    const { page, complaints } = await visit(context, path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `own-colours-${name}-${colorScheme}`);
    }
    t.ok(await page.locator('.alert').first().isVisible(), 'the banner is there');
    t.same(await page.evaluate<string[]>(MOVING), [], 'nothing moves');
    t.same(await page.evaluate<string[]>(CURRENT), [], 'where one is is told by a line');
    t.same(await page.evaluate<string[]>(BARE), [], 'buttons, badges, fields and alerts have an edge');
    t.same(await page.evaluate<string[]>(UNREADABLE), [], 'words that were found can be read');
    t.same(await unseenStops(page), [], 'each stop of the keyboard is seen');
    t.same(complaints, []);
  });
}

const SHORT = `const short = (e) => e.outerHTML.slice(0, 100); const seen = (e) => e.checkVisibility() && e.offsetWidth > 1;`;
const MOVING = `(() => { ${SHORT} return [...document.querySelectorAll('*')].filter((e) => {
  const style = getComputedStyle(e);
  return style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration) || style.scrollBehavior === 'smooth';
}).map(short); })()`;
const CURRENT = `(() => { ${SHORT} return [...document.querySelectorAll('[aria-current]')].filter(seen).filter((e) => {
  const style = getComputedStyle(e);
  return !style.textDecorationLine.includes('underline') && style.borderBlockEndStyle === 'none';
}).map(short); })()`;
const BARE = `(() => { ${SHORT} return [...document.querySelectorAll('button, .button, .badge, input, select, .alert')]
  .filter((e) => seen(e) && !['hidden', 'checkbox', 'radio'].includes(e.type))
  .filter((e) => { const style = getComputedStyle(e);
    return style.borderBlockEndStyle === 'none' || parseFloat(style.borderBlockEndWidth) < 1
      || style.borderBlockEndColor === 'rgba(0, 0, 0, 0)'; })
  .map(short); })()`;
const UNREADABLE = `(() => { ${SHORT} return [...document.querySelectorAll('mark')].filter((e) => {
  const { color, backgroundColor } = getComputedStyle(e);
  const ground = /^rgba.* 0\\)$/.test(backgroundColor) ? getComputedStyle(document.body).backgroundColor : backgroundColor;
  return color === ground;
}).map(short); })()`;
const FOCUSED = `(() => { ${SHORT} const e = document.activeElement; const style = getComputedStyle(e);
  return { what: short(e), seen: e === document.body
    || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== getComputedStyle(document.body).backgroundColor) }; })()`;

async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { what, seen } = await page.evaluate<{ what: string; seen: boolean }>(FOCUSED);
    if (!seen) unseen.push(what);
  }
  return unseen;
}

async function send(path: string, body: object, version?: number) {
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      ...(version && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { id: string; version: number };
}
