import t from 'tap';
import { launch } from './browser.ts';
import { WIDTHS } from './desk.ts';
import { arrive } from './desk-people.ts';
import { askForFourEyes, writeDraft } from './desk-writing.ts';

const SITE = 'oslo';

const browser = await launch();
t.teardown(() => browser.close());
await askForFourEyes(SITE);

for (const viewport of WIDTHS) {
  t.test(
    `a text is checked by a colleague, mended and published, ${viewport.width} pixels wide`,
    async (t) => {
      const title = `Layanan paspor keliling ${viewport.width}`;
      const writer = await arrive(browser, SITE, 'contributor', viewport, { name: 'Andi Pratama' });
      const editor = await arrive(browser, SITE, 'content-editor', viewport);
      const here = await writeDraft(writer, { title, body: 'Datang tanggal 31 Februari.' });
      await writer.press('Go on to publish');
      t.equal(
        await writer.page.getByRole('button', { name: 'Publish' }).count(),
        0,
        'writers do not publish',
      );
      await writer.look(t, 'ask-for-a-check');
      await writer.press('Ask for a check');
      t.match(await writer.words(), /Your colleagues were asked to check it/);

      await editor.press('Posts');
      await editor.unfold('Search and filter');
      await editor.choose('State', 'in-review');
      await editor.press('Show');
      await editor.look(t, 'to-be-reviewed');
      await editor.press(title);
      await editor.press('Go on to publish');
      await editor.look(t, 'review');
      await editor.fill('What is to be changed', 'Februari tidak punya tanggal 31.');
      await editor.press('Ask for changes');
      t.match(await editor.words(), /Changes were asked for/);

      await writer.open(here);
      t.match(await writer.words(), /Februari tidak punya tanggal 31/, 'the writer reads what is wrong');
      await writer.look(t, 'changes-asked');
      await writer.write('Datang tanggal 28 Februari.');
      await writer.press('Go on to publish');
      await writer.press('Ask for a check');

      await editor.open(`${here}/publication`);
      await editor.press('Publish');
      t.match(await editor.words(), /Live since/, 'who has only looked at it may publish it');
      await editor.page.locator('#address').click();
      t.equal(await editor.heading(), title);
      t.match(await editor.words(), /28 Februari/, 'readers get what was mended');
      for (const { page } of [writer, editor]) await page.context().close();
    },
  );
}
