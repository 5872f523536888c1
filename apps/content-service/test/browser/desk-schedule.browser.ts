import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { launch, statusOf } from './browser.ts';
import { type Officer, WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { writeDraft } from './desk-writing.ts';

const SITE = 'wellington';
const ZONE = 'Pacific/Auckland';
const MINUTE_MS = 60_000;
/** What a person needs to fill in the form and send it. */
const SPARE_MS = 10_000;

const browser = await launch();
t.teardown(() => browser.close());

/** What is to appear, so that all of it is waited for at once. */
const scheduled: { officer: Officer; title: string; address: string; moment: Date }[] = [];

for (const viewport of WIDTHS) {
  t.test(`a text is given its moment, ${viewport.width} pixels wide`, async (t) => {
    const title = `Pidato tahun baru ${viewport.width}`;
    const officer = await arrive(browser, SITE, 'content-editor', viewport);
    const { page } = officer;
    await writeDraft(officer, { title, body: 'Selamat tahun baru.' });
    await officer.press('Go on to publish');
    const moment = new Date(Math.ceil((Date.now() + SPARE_MS) / MINUTE_MS) * MINUTE_MS);
    await officer.fill('Date and time', clockIn(ZONE, moment));
    t.ok(await page.getByLabel('At this time').isChecked(), 'who picks a time means it');
    await page.getByLabel('Now', { exact: true }).check();
    const names = "[...new FormData(document.querySelector('form:has(#field-at)')).keys()]";
    const sent = () => page.evaluate<string[]>(names);
    t.notOk((await sent()).includes('at'), 'who then says “now” means that');
    await page.getByLabel('At this time').check();
    t.ok((await sent()).includes('at'), 'and finds the time as it was');
    const hour = (zone: string) => clockIn(zone, moment).slice(-5);
    t.match(await officer.words(), `Jakarta`, 'the same moment is said for Jakarta');
    t.ok((await officer.words()).includes(hour('Asia/Jakarta')));
    t.ok((await officer.words()).includes(hour('UTC')), 'and in UTC');
    await officer.look(t, 'time-picked');
    await officer.press('Publish');
    t.match(await officer.words(), /It is scheduled/);
    await officer.look(t, 'scheduled');
    const address = await page.locator('#address').innerText();
    if (Date.now() < moment.getTime() - 1000) {
      t.equal(await statusOf(address), 404, 'nobody reads it before');
    }
    scheduled.push({ officer, title, address, moment });
  });
}

t.test('and appears at it', async (t) => {
  t.equal(scheduled.length, WIDTHS.length);
  for (const { officer, title, address, moment } of scheduled) {
    const end = Date.now() + 2 * MINUTE_MS;
    while ((await statusOf(address)) !== 200 && Date.now() < end) await sleep(250);
    t.ok(Date.now() >= moment.getTime(), 'not before');
    await officer.page.goto(address);
    t.equal(await officer.heading(), title);
    await officer.page.context().close();
  }
});

/** A moment as a field of a form takes it, by the clocks of a zone. */
function clockIn(timeZone: string, moment: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(moment).replace(' ', 'T');
}
