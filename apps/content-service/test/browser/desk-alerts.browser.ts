import type { BrowserContextOptions } from 'playwright-core';
import t from 'tap';
import { launch, ORIGIN } from './browser.ts';
import { type Officer, WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';

const SITE = 'hanoi';
const [PHONE, LAPTOP] = WIDTHS;

const browser = await launch();
t.teardown(() => browser.close());

t.test('an alert is written on a laptop and released on a phone, updated, ended', async (t) => {
  const head = await arriveAs('Ani Wijaya', LAPTOP);
  const second = await arriveAs('Budi Santoso', PHONE);
  await head.open(`/desk/sites/${SITE}`);
  await head.press('Alerts');
  await head.press('New alert');
  await lookTwice(t, head, 'alert-new');
  await head.page.getByLabel('What has happened').selectOption({ label: 'Earthquake' });
  await head.page.getByLabel('Heading').first().waitFor();
  await head.page.getByLabel('Heading').first().fill('Gempa bumi kuat di Hanoi');
  await lookTwice(t, head, 'alert-filled');
  await head.press('Go on and look at it');
  t.match(await head.words(), 'You wrote this: a second person releases it');

  const link = await passOn(head);
  await lookTwice(t, head, 'alert-passed-on');
  second.presses = 0;
  await second.open(link);
  t.match(await second.words(), /Written by Ani Wijaya[\s\S]*Gempa bumi kuat di Hanoi/);
  await lookTwice(t, second, 'alert-link');
  await second.press('Release now');
  t.equal(second.presses, 1, 'one press from the link to the release');
  await second.page.getByText(/(\d+) of \1 sites show it, proven in/).waitFor();
  await lookTwice(t, second, 'alert-stands');
  const reader = await browser.newPage({ viewport: PHONE });
  await reader.goto(`${ORIGIN}/${SITE}/`);
  const banner = reader.locator('.alert');
  t.match(await banner.first().innerText(), 'Gempa bumi kuat di Hanoi');

  await head.open(`/desk/sites/${SITE}/alerts`);
  await lookTwice(t, head, 'alerts-list');
  await head.press('Earthquake in Vietnam');
  await head.press('Update');
  await head.page.getByLabel('Heading').first().fill('Gempa susulan di Hanoi');
  await head.press('Go on and look at it');
  await second.open(await passOn(head));
  await second.press('Release now');
  await second.page.getByText(/(\d+) of \1 sites show it, proven in/).waitFor();
  await reader.reload();
  t.match(await banner.first().innerText(), 'Gempa susulan di Hanoi');

  await head.open(new URL(head.page.url()).pathname.replace(/\/(links|release)$/, ''));
  await head.press('End the alert');
  await lookTwice(t, head, 'alert-end');
  await head.press('Go on and look at it');
  await second.open(await passOn(head));
  await second.press('End it now');
  await second.page.getByText(/It is gone from (\d+) of \1 sites, proven in/).waitFor();
  await reader.reload();
  t.equal(await banner.count(), 0, 'the banner is gone');
  await second.press('Versions');
  await lookTwice(t, second, 'alert-versions');
  for (const one of [head.page, second.page, reader]) await one.context().close();
});

t.test(
  'a drill goes the same way on the practice site alone, and its report tells how long it took',
  async (t) => {
    const head = await arriveAs('Ani Wijaya', LAPTOP);
    const second = await arriveAs('Budi Santoso', PHONE);
    await head.open(`/desk/sites/${SITE}/alerts`);
    await head.press('New drill');
    await head.page.getByLabel('What has happened').selectOption({ label: 'Earthquake' });
    await head.page.getByLabel('Heading').first().fill('Gempa latihan');
    await lookTwice(t, head, 'drill-filled');
    await head.press('Go on and look at it');
    await second.open(await passOn(head));
    await second.press('Release the drill now');
    await second.page.getByText(/1 of 1 sites show it, proven in/).waitFor();
    const reader = await browser.newPage({ viewport: PHONE });
    await reader.goto(`${ORIGIN}/latihan/`);
    t.match(await reader.locator('.alert').first().innerText(), 'Gempa latihan');
    await reader.goto(`${ORIGIN}/${SITE}/`);
    t.equal(await reader.locator('.alert').count(), 0, 'no reader of the mission sees it');
    await head.open(new URL(head.page.url()).pathname.replace(/\/(links|release)$/, ''));
    await end(head, second);
    await second.press('Report of the drill');
    t.match(await second.words(), /Drill|DRILL/);
    t.match(await second.words(), /Alert released[\s\S]*Alert ended/);
    await lookTwice(t, second, 'drill-report');
    for (const one of [head.page, second.page, reader]) await one.context().close();
  },
);

t.test('an alert is written, released and ended without JavaScript', async (t) => {
  const without = { javaScriptEnabled: false };
  const head = await arriveAs('Ani Wijaya', LAPTOP, without);
  const second = await arriveAs('Budi Santoso', PHONE, without);
  await head.open(`/desk/sites/${SITE}/alerts/new`);
  await head.choose('What has happened', 'flood');
  await head.press('Fill in the approved words');
  await lookTwice(t, head, 'alert-without-script');
  await head.press('Go on and look at it');
  await second.open(await passOn(head));
  await lookTwice(t, second, 'alert-link-without-script');
  await second.press('Release now');
  const heading = await second.heading();
  const home = await (await fetch(`${ORIGIN}/${SITE}/`)).text();
  t.match(home, /class="alert/, heading);
  await head.open(new URL(head.page.url()).pathname.replace(/\/(links|release)$/, ''));
  await end(head, second);
  t.notMatch(await (await fetch(`${ORIGIN}/${SITE}/`)).text(), /class="alert/);
  for (const one of [head.page, second.page]) await one.context().close();
});

function arriveAs(name: string, viewport: (typeof WIDTHS)[number], more: BrowserContextOptions = {}) {
  return arrive(browser, SITE, 'head-of-site', viewport, { name, ...more });
}

/** Asks for the link to pass on, and gives it. */
async function passOn(head: Officer): Promise<string> {
  await head.press('Ask a second person');
  return head.page.locator('#pass-on').innerText();
}

async function end(head: Officer, second: Officer): Promise<void> {
  await head.press('End the alert');
  await head.press('Go on and look at it');
  await second.open(await passOn(head));
  await second.press('End it now');
}

/** Nothing is wrong with a page on a phone, nor on a laptop. */
async function lookTwice(t: Parameters<Officer['look']>[0], officer: Officer, name: string): Promise<void> {
  const own = officer.page.viewportSize();
  for (const width of WIDTHS) {
    await officer.page.setViewportSize(width);
    await officer.look(t, name);
  }
  if (own) await officer.page.setViewportSize(own);
}
