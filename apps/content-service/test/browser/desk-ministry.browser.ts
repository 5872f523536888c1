import t from 'tap';
import { launch, ORIGIN, TOKEN } from './browser.ts';
import { Officer, optionsFor, WIDTHS } from './desk.ts';
import { lookAt } from './desk-axe.ts';
import { arrive } from './desk-people.ts';
import { addCover } from './desk-writing.ts';

const SITE = 'madrid';

const browser = await launch();
t.teardown(() => browser.close());

const words = (id: string, en: string) => [
  { locale: 'id', title: `${id} untuk WNI`, summary: 'Ringkas.', body: 'Bawa paspor dan **dua** pasfoto.' },
  {
    locale: 'en',
    title: `${en} for citizens`,
    summary: 'In short.',
    body: 'Bring a passport and **two** photos.',
  },
];

for (const viewport of WIDTHS) {
  t.test(
    `a mission adds its words to a headline, looks again after a correction, and all of it goes with a recall, ${viewport.width} pixels wide`,
    async (t) => {
      const name = `Pendaftaran ${viewport.width}`;
      const sent = {
        translations: words(name, 'Registration'),
        audience: { sites: [SITE] },
        acknowledgeWithin: 8,
        internalNote: 'Sampaikan ini apa adanya.\nJangan berspekulasi.',
      };
      const { id } = await call('POST', '/headlines', sent);
      const officer = await arrive(browser, SITE, 'content-editor', viewport);
      await officer.press('From the ministry');
      await officer.look(t, 'ministry-list');
      await officer.press(`Registration for citizens`);
      await officer.look(t, 'ministry-headline');
      await officer.press('We have read it');
      t.match(await officer.words(), /Thank you\. The ministry sees that you have read it\./);
      await officer.press('Spanish');
      await officer.page.locator('.ProseMirror').first().waitFor();
      await type(officer, 'Introduction', 'Las ventanillas de Madrid abren de nueve a una.');
      await type(officer, 'Note below the text', 'Pida cita en el mostrador.');
      await officer.look(t, 'ministry-words');
      await officer.press('Show it on our site');
      await officer.page.getByText('Saved. Readers see it.').waitFor();
      await officer.press('Back to the headline');
      await addCover(officer, `Loket ${viewport.width}`);

      const reader = new Officer(await (await browser.newContext(optionsFor(viewport))).newPage());
      await officer.press('See it as readers do on your site');
      const address = officer.page.url();
      await reader.open(address);
      t.match(
        await reader.words(),
        /ventanillas[\s\S]*OFFICIAL|ventanillas[\s\S]*(Official text|Naskah resmi|Texto oficial)/i,
      );
      t.equal(await reader.page.locator('.post > .picture img').count(), 1);
      await lookAt(t, reader.page, `post-mission-${viewport.width}`);

      const corrected = {
        ...sent,
        translations: words(name, 'Late registration'),
        note: 'The title was wrong.',
        internalNote: undefined,
      };
      await call('PUT', `/headlines/${id}`, corrected, { 'if-match': '"1"' });
      await reader.open(address);
      t.match(await reader.words(), /Written before|Ditulis sebelum|Escrito antes/);
      await lookAt(t, reader.page, `post-mission-earlier-${viewport.width}`);
      await officer.open(`/desk/sites/${SITE}/headlines`);
      await officer.press('Late registration for citizens');
      t.match(await officer.words(), /Your words may no longer fit/);
      await officer.look(t, 'ministry-corrected');
      await officer.press('See what changed');
      t.match(await officer.words(), /ventanillas/);
      t.equal(await officer.page.locator('del', { hasText: 'Registration' }).count(), 1);
      await officer.look(t, 'ministry-changes');
      await officer.press('It still fits');
      await officer.press('Everything you have changed here');
      await officer.look(t, 'ministry-history');

      await call('POST', `/headlines/${id}/recall`, {
        reason: 'x',
        notice: { es: 'Este aviso ya no vale.', id: 'Tidak berlaku.' },
      });
      const response = await reader.page.goto(address);
      t.equal(response?.status(), 410);
      t.match(await reader.words(), /Tidak berlaku|no vale/);
      t.notMatch(await reader.words(), /ventanillas|Pendaftaran/);
      await officer.open(`/desk/sites/${SITE}/headlines/${id}`);
      t.match(await officer.words(), /The ministry has recalled this/);
      await officer.look(t, 'ministry-recalled');
      for (const { page } of [officer, reader]) await page.context().close();
    },
  );
}

/** Writes into the editor under this label. */
async function type(officer: Officer, label: string, text: string): Promise<void> {
  await officer.page.getByRole('textbox', { name: label }).first().click();
  await officer.page.keyboard.insertText(text);
}

async function call(method: string, path: string, body: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}
