import t from 'tap';
import { launch } from './browser.ts';
import { WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { writeDraft } from './desk-writing.ts';

const browser = await launch();
t.teardown(() => browser.close());

for (const viewport of WIDTHS) {
  t.test(`a text in Arabic runs from right to left, ${viewport.width} pixels wide`, async (t) => {
    const title = `أمسية ثقافية ${viewport.width}`;
    const officer = await arrive(browser, 'cairo', 'content-editor', viewport);
    const { page } = officer;
    await officer.press('Posts');
    await officer.press('Write');
    await officer.press('Arabic');
    await officer.fill('Title', title);
    await officer.write('ندعوكم إلى أمسية ثقافية في السفارة.');
    const direction = (selector: string) =>
      page
        .locator(selector)
        .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction);
    t.equal(await direction('.ProseMirror'), 'rtl', 'as it is written');
    t.equal(await direction('#field-title'), 'rtl');
    t.equal(await direction('main'), 'ltr', 'while the desk stays as it is');
    await officer.look(t, 'arabic');
    await officer.press('Go on to publish');
    await officer.look(t, 'arabic-publication');
    await officer.press('Publish');
    await page.locator('#address').click();
    t.match(page.url(), /\/cairo\/ar\/[a-z0-9-]+$/, 'its address is in letters that can be passed on');
    t.equal(await officer.heading(), title);
    t.equal(await direction('article'), 'rtl', 'and as it is read');
    await page.context().close();
  });

  t.test(
    `a translation into Japanese is written beside its source, ${viewport.width} pixels wide`,
    async (t) => {
      const officer = await arrive(browser, 'tokyo', 'content-editor', viewport);
      const { page } = officer;
      const words = { title: `Pekan film ${viewport.width}`, body: 'Tiga film dalam seminggu.' };
      const here = await writeDraft(officer, words);
      await officer.press('Translate into Japanese');
      const hasRoom = viewport.width > 1000;
      const source = page.locator('details', { hasText: 'The text in Indonesian' });
      const sentence = source.getByText('Tiga film dalam seminggu.');
      t.equal(await sentence.isVisible(), hasRoom, 'folded away where it would push down what is written');
      if (!hasRoom) await officer.unfold('The text in Indonesian');
      t.ok(await sentence.isVisible());
      const [left, right] = await Promise.all([source.boundingBox(), page.getByLabel('Title').boundingBox()]);
      const isBeside = (left?.x ?? 0) + (left?.width ?? 0) <= (right?.x ?? 0);
      t.equal(isBeside, hasRoom, 'side by side where there is room, else one below the other');
      await officer.fill('Title', `映画週間 ${viewport.width}`);
      await officer.write('一週間に三本の映画。');
      await officer.look(t, 'translation');
      await officer.press('Go on to publish');
      await officer.press('Publish');
      await page.locator('#address').click();
      t.match(page.url(), /\/tokyo\/ja\//);
      t.equal(
        await page.locator('article').evaluate((element) => element.closest('[lang]')?.getAttribute('lang')),
        'ja',
      );

      await officer.open(here);
      await officer.write('Empat film dalam seminggu.');
      await officer.press('Save the draft');
      await officer.press('Japanese');
      t.match(await officer.words(), /The text in Indonesian has changed since it was translated/);
      await officer.look(t, 'source-changed');
      await officer.press('See what changed');
      t.match(await page.locator('.compared ins').innerText(), 'Empat');
      await page.context().close();
    },
  );
}
