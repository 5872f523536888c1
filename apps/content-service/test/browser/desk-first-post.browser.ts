import t from 'tap';
import { launch, ORIGIN, statusOf } from './browser.ts';
import { Officer, optionsFor, PASSWORD, WIDTHS } from './desk.ts';
import { accept, enrol, invite } from './desk-people.ts';
import { addCover } from './desk-writing.ts';

/** What a person may be asked to do between the form to sign in and a post that readers see. */
const MOST = { fields: 7, presses: 8 };
const ALT = 'Orang berbelanja di bawah tenda putih.';

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`from an invitation to the first post, ${viewport.width} pixels wide`, async (t) => {
    const title = `Pasar murah di halaman kedutaan ${viewport.width}`;
    const invited = await invite(browser, 'canberra', 'head-of-site', 'Sari Utami');
    const context = await browser.newContext(optionsFor(viewport));
    const officer = new Officer(await context.newPage());
    await officer.open(invited.link);
    await officer.look(t, 'invitation');
    await accept(officer, invited);
    t.equal(await officer.heading(), 'Set up the second factor', 'asked for at once of a head of site');
    await officer.look(t, 'second-factor');
    const [backup = ''] = await enrol(officer);
    t.match(await officer.words(), /Hello, Sari Utami/);
    await officer.look(t, 'home');
    await officer.open('/desk/account');
    await officer.look(t, 'account');
    await officer.press('Sign out');
    await officer.look(t, 'sign-in');

    Object.assign(officer, { fields: 0, presses: 0 });
    await officer.fill('E-mail address', invited.email);
    await officer.fill('Password', PASSWORD);
    await officer.press('Sign in');
    await officer.fill('Code', backup);
    await officer.press('Continue');
    await officer.press('Write');
    await officer.fill('Title', title);
    await officer.write('Datanglah hari Minggu. Semua orang boleh ikut.');
    await addCover(officer, ALT);
    await officer.press('Go on to publish');
    await officer.look(t, 'to-publish');
    await officer.press('Publish');
    t.match(await officer.words(), /Live since/, 'it says since when it is live');
    const { fields, presses } = officer;
    console.error(`From the form to sign in to the first post: ${fields} fields, ${presses} presses.`);
    t.ok(fields <= MOST.fields, `${fields} fields, at most ${MOST.fields}`);
    t.ok(presses <= MOST.presses, `${presses} presses, at most ${MOST.presses}`);
    await officer.look(t, 'published');

    await officer.page.locator('#address').click();
    t.match(officer.page.url(), `${ORIGIN}/canberra/id/pasar-murah-di-halaman-kedutaan-${viewport.width}`);
    t.equal(await officer.heading(), title);
    t.match(await officer.page.locator('article').innerText(), 'Datanglah hari Minggu.');
    const cover = officer.page.getByRole('img', { name: ALT });
    t.ok((await cover.evaluate(widthOf)) > 0, 'with its cover photo');
    await officer.open('/canberra/');
    t.match(await officer.words(), title, 'and the home of the site has it');
    t.equal(await statusOf(invited.link), 410, 'the invitation worked once');
    await context.close();
  });
}

/** Of a picture that could not be read, decoding fails. */
async function widthOf(image: { decode(): Promise<void>; naturalWidth: number }): Promise<number> {
  await image.decode();
  return image.naturalWidth;
}
