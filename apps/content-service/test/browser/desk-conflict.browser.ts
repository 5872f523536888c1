import t from 'tap';
import { launch } from './browser.ts';
import { WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { textOf, writeDraft } from './desk-writing.ts';

const SITE = 'lima';

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`two write one text and neither loses a word, ${viewport.width} pixels wide`, async (t) => {
    const first = await arrive(browser, SITE, 'content-editor', viewport, { name: 'Andi Pratama' });
    const second = await arrive(browser, SITE, 'content-editor', viewport);
    const here = await writeDraft(first, { title: 'Jam buka', body: 'Buka pukul sembilan.' });
    await second.open(here);
    await first.write('Buka pukul sepuluh.');
    await first.press('Save the draft');
    await first.page.getByText('The draft is saved.').waitFor();

    await second.write('Buka pukul delapan.');
    await second.press('Save the draft');
    t.match(await second.heading(), /Somebody else has saved this text too/);
    t.match(await second.words(), /Andi Pratama saved it/);
    const theirs = second.page.locator('section', { hasText: 'The saved one' });
    t.match(await theirs.innerText(), /pukul sepuluh/, 'the text of the one');
    t.match(await textOf(second), /pukul delapan/, 'and of the other');
    const [left, right] = await Promise.all(
      ['The saved one', 'Yours'].map((name) => second.page.getByRole('heading', { name }).boundingBox()),
    );
    const isBeside = left?.y === right?.y;
    t.equal(isBeside, viewport.width > 1000, 'side by side where there is room, else one below the other');
    await second.look(t, 'conflict');

    await second.press('Save this text');
    await second.page.getByText('The draft is saved.').waitFor();
    t.match(await textOf(second), /pukul delapan/);
    t.equal(await second.page.locator('.draft-offer').count(), 0, 'nothing is left over in the browser');
    await second.press('History');
    t.equal(
      await second.page.getByRole('button', { name: /Bring it back/ }).count(),
      2,
      'both others are kept',
    );
    await second.look(t, 'history');

    await first.write('Buka pukul sebelas.');
    await first.press('Save the draft');
    await first.press('Go on with the saved one');
    t.match(await textOf(first), /pukul delapan/, 'who takes the saved text has it');
    t.match(await first.page.locator('.draft-offer').innerText(), /sebelas/, 'and his own is still there');
    await first.look(t, 'own-words-kept');
    for (const { page } of [first, second]) await page.context().close();
  });
}
