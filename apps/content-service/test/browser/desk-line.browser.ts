import t from 'tap';
import { launch } from './browser.ts';
import { Officer, PASSWORD, WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { textOf, writeDraft } from './desk-writing.ts';

const SITE = 'dakar';

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`a line that drops costs no word, ${viewport.width} pixels wide`, async (t) => {
    const officer = await arrive(browser, SITE, 'content-editor', viewport);
    const context = officer.page.context();
    const here = await writeDraft(officer, { title: 'Malam budaya', body: 'Acara pertama.' });

    await context.setOffline(true);
    await officer.write('Acara kedua.');
    await officer.press('Save the draft');
    const state = officer.page.locator('[data-save-state]');
    t.match(await state.innerText(), /no connection — kept in this browser/);
    t.equal(new URL(officer.page.url()).pathname, here, 'the page with the words stays');
    await officer.page.close();

    await context.setOffline(false);
    const later = new Officer(await context.newPage());
    await later.open(here);
    const offer = later.page.locator('.draft-offer');
    t.match(await offer.innerText(), /kedua/, 'what differs is shown');
    await later.look(t, 'words-offered-back');
    await later.press('Take them back');
    t.equal((await textOf(later)).trim(), 'Acara kedua.');

    await context.setOffline(true);
    await later.write('Acara ketiga.');
    await later.press('Save the draft');
    await context.setOffline(false);
    await later.page
      .locator('[data-save-state]', { hasText: 'Saved' })
      .getByText(/^Saved/)
      .waitFor();
    await later.open(here);
    t.match(await later.words(), /There is something you typed and did not save/);
    await later.look(t, 'saved-while-typing');
    await later.press('Take it back');
    t.equal((await textOf(later)).trim(), 'Acara ketiga.', 'saved by itself once the line was back');
    await context.close();
  });

  t.test(`a session that ends costs no word, ${viewport.width} pixels wide`, async (t) => {
    const officer = await arrive(browser, SITE, 'content-editor', viewport);
    const context = officer.page.context();
    const here = await writeDraft(officer, { title: 'Kelas bahasa', body: 'Mulai Senin.' });
    await officer.open('/desk/account');
    const email = /\S+@example\.org/.exec(await officer.words())?.[0] ?? '';
    await officer.open(here);
    await officer.write('Mulai Selasa.');
    await context.clearCookies({ name: 'warta' });
    await officer.press('Save the draft');
    t.equal(await officer.heading(), 'You were signed out');
    await officer.look(t, 'signed-out');

    const [other] = await Promise.all([
      context.waitForEvent('page'),
      officer.press('Sign in in another tab'),
    ]);
    const again = new Officer(other);
    await again.fill('E-mail address', email);
    await again.fill('Password', PASSWORD);
    await again.press('Sign in');
    await other.waitForURL(`**/desk/sites/${SITE}`);
    // The other tab stays: of one whose page has only just arrived, Chromium may never say that it is closed.
    await officer.page.bringToFront();
    await officer.press('Send again');
    t.match(await officer.words(), /The draft is saved/);
    t.equal((await textOf(officer)).trim(), 'Mulai Selasa.', 'sent again with every word');

    await officer.write('Mulai Rabu.');
    await context.clearCookies({ name: 'warta' });
    await officer.open(here);
    await officer.fill('E-mail address', email);
    await officer.fill('Password', PASSWORD);
    await officer.press('Sign in');
    await officer.press('Take them back');
    t.equal((await textOf(officer)).trim(), 'Mulai Rabu.', 'or offered back after the sign-in');
    await context.close();
  });
}
