import type { Page } from 'playwright-core';
import t from 'tap';
import { launch } from './browser.ts';
import { startHarness } from './editor-harness.ts';
import { openDesk } from './editor-support.ts';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0;color:red}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=EN-GB style='tab-interval:36.0pt'>
<!--StartFragment-->
<h1 style='mso-margin-top-alt:auto'><span style='font-size:16.0pt'>Consular hours<o:p></o:p></span></h1>
<p class=MsoNormal style='margin-bottom:8pt'><span lang=EN-US style='font-family:"Calibri",sans-serif'>We are <b style='mso-bidi-font-weight:normal'>open</b> and <i>ready</i>.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Passports<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Renewal</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Visas</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Come</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Wait</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td width=100 style='width:75pt'><p class=MsoNormal>Day</p></td><td><p class=MsoNormal>Hour</p></td></tr><tr><td><p class=MsoNormal>Monday</p></td><td><p class=MsoNormal>9</p></td></tr></table>
<p class=MsoNormal><img width=100 src="file:///C:/Users/x/clip_image001.png"><a href="https://kemlu.go.id" style='color:blue'>Read on</a></p>
<!--EndFragment--></body></html>`;

const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:700">Visit</span></h2>
<p dir="ltr" style="line-height:1.38;margin-top:0pt"><span style="font-family:Arial;font-weight:400">The </span><span style="font-weight:700">minister</span><span style="font-weight:400"> came </span><span style="font-style:italic">yesterday</span><span>, see </span><a href="https://www.google.com/url?q=https://kemlu.go.id/a&amp;sa=D" style="text-decoration:none"><span style="color:#1155cc">here</span></a><span>.</span></p>
<ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr"><span style="font-weight:400">One</span></p></li><li dir="ltr"><p dir="ltr"><span>Two</span></p></li></ul></b><br class="Apple-interchange-newline">`;

const HOSTILE = `<p onclick="alert(1)">Words <a href="javascript:alert(1)">there</a><img src="https://tracker.example/x.gif" onerror="alert(1)"><script>alert(1)</script></p>`;

const browser = await launch();
const desk = await startHarness();
t.teardown(async () => {
  await browser.close();
  await desk.close();
});

const CASES = [
  [
    'Word',
    WORD,
    '## Consular hours\n\nWe are **open** and *ready*.\n\n- Passports\n  - Renewal\n- Visas\n\n1. Come\n2. Wait\n\n| Day    | Hour |\n| ------ | ---- |\n| Monday | 9    |\n\n[Read on](https://kemlu.go.id)\n',
  ],
  [
    'Google Docs',
    GOOGLE,
    '## Visit\n\nThe **minister** came *yesterday*, see [here](https://kemlu.go.id/a).\n\n- One\n- Two\n',
  ],
  ['a hostile page', HOSTILE, 'Words there\n'],
] as const;

for (const [from, html, wanted] of CASES) {
  t.test(`what is pasted from ${from} keeps its words and loses its looks`, async (t) => {
    desk.page = { body: '' };
    const { page, complaints, markdown, done } = await openDesk(browser, desk);
    await paste(page, html);
    t.equal(await markdown(), wanted);
    t.same(complaints, [], 'and nothing is asked for or run');
    await done(t, `paste-${from.toLowerCase().replaceAll(' ', '-')}`);
  });
}

t.test('what is cut in the editor comes back as it was', async (t) => {
  const body =
    '## One\n\n![](/media/2/960.webp)\n\n| a | b |\n| - | :-: |\n| 1 | **2** |\n\n![A kite](/media/1/960.webp)\n';
  desk.page = { body };
  const { page, complaints, markdown, done } = await openDesk(browser, desk);
  await page.locator('.ProseMirror').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  t.equal(await markdown(), '');
  await page.keyboard.press('Control+v');
  t.equal(await markdown(), body);
  const missing = complaints.filter((words) => !words.includes('404'));
  t.same(missing, [], 'and the policy has nothing to say');
  await done(t);
});

async function paste(page: Page, html: string): Promise<void> {
  await page.locator('.ProseMirror').click();
  await page.evaluate(
    `((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'plain');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.ProseMirror').dispatchEvent(event);
    })(${JSON.stringify(html)})`,
  );
}
