import t from 'tap';
import { launch, statusOf } from './browser.ts';
import { WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { textOf, writeDraft } from './desk-writing.ts';

const SITE = 'hanoi';
const withoutScript = { javaScriptEnabled: false };

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`everything is done without JavaScript, ${viewport.width} pixels wide`, async (t) => {
    const title = `Hari libur nasional ${viewport.width}`;
    const officer = await arrive(browser, SITE, 'content-editor', viewport, withoutScript);
    const here = await writeDraft(officer, { title, body: 'Kantor **tutup**.' });
    t.equal(await textOf(officer), 'Kantor **tutup**.');
    await officer.look(t, 'form-without-script');
    await officer.press('Preview');
    const preview = officer.page.frameLocator('iframe.phone');
    t.equal(
      await preview.locator('article strong').innerText(),
      'tutup',
      'the preview shows it in its theme',
    );
    await officer.look(t, 'preview-without-script');
    await officer.open(here);
    await officer.press('Go on to publish');
    await officer.fill('Date and time', '2030-01-01T08:00');
    await officer.press('Publish');
    t.match(await officer.words(), /is filled in, though “Now” is chosen/, 'nothing is out by mistake');
    await officer.look(t, 'time-beside-now');
    await officer.fill('Date and time', '');
    await officer.press('Publish');
    const address = await officer.page.locator('#address').innerText();
    t.equal(await statusOf(address), 200, 'readers have it');

    await officer.press('Take it from readers');
    await officer.look(t, 'withdrawal');
    await officer.fill('Notice', 'Tanggalnya masih dibahas.');
    await officer.press('Take it away');
    const gone = await fetch(address);
    t.equal(gone.status, 410);
    t.match(await gone.text(), /Tanggalnya masih dibahas/, 'readers are told');

    await officer.press('Put it in the bin');
    await officer.press('Posts');
    t.notMatch(await officer.words(), title, 'off the list');
    await officer.unfold('Search and filter');
    await officer.choose('State', 'binned');
    await officer.press('Show');
    t.match(await officer.words(), title);
    await officer.look(t, 'bin');
    await officer.press('Take it out');
    t.match(await officer.words(), /Taken out, as a draft/);
    t.equal(await textOf(officer), 'Kantor **tutup**.', 'with every word');
    await officer.page.context().close();
  });
}
