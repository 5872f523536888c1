import fc from 'fast-check';
import t from 'tap';
import { MAX_MARKDOWN_LENGTH, MarkdownError, readSeals, renderMarkdown } from '../src/index.ts';
import { HOSTILE, PIECES } from './hostile-markdown.ts';
import { problemsOf } from './safe-html.ts';

t.test('ordinary Markdown becomes ordinary HTML', async (t) => {
  t.equal(
    renderMarkdown('Halo *dunia* **raya** `kode` ~~lama~~'),
    '<p>Halo <em>dunia</em> <strong>raya</strong> <code>kode</code> <del>lama</del></p>\n',
  );
  t.match(renderMarkdown('3. tiga\n4. empat'), '<ol start="3">');
  t.match(renderMarkdown('- [x] sudah\n- [ ] belum'), /☑ sudah[\s\S]*☐ belum/);
  t.match(renderMarkdown('> kutipan'), '<blockquote>');
  t.match(renderMarkdown('```js\nif (a < b) {}\n```'), '<pre><code>if (a &lt; b) {}</code></pre>');
  t.equal(renderMarkdown(''), '');
});

t.test('headings start at h2, keep their order and never skip a level', async (t) => {
  const levels = (markdown: string) =>
    [...renderMarkdown(markdown).matchAll(/<h(\d)/g)].map(([, level]) => level).join('');
  t.equal(levels('# a\n## b\n# c'), '232');
  t.equal(levels('## a\n### b'), '23');
  t.equal(levels('# a\n#### b\n###### c'), '234');
  t.equal(levels('### a\n# b'), '22', 'the first heading follows the h1 of the page');
  t.equal(levels('> ## a\n\n- ### b'), '23', 'headings in quotations and lists count too');
});

t.test('ids of headings are prefixed, readable and unique', async (t) => {
  const ids = [
    ...renderMarkdown('# Bila *butuh* bantuan\n# A\n# A\n# A-2\n# طريقة التسجيل\n# !!!').matchAll(
      / id="([^"]*)"/g,
    ),
  ].map(([, id]) => id);
  t.same(ids, ['s-bila-butuh-bantuan', 's-a', 's-a-2', 's-a-2-2', 's-طريقة-التسجيل', 's-section']);
  t.match(renderMarkdown('# constructor', { headingPrefix: 'p7-' }), 'id="p7-constructor"');
});

t.test('tables scroll by themselves and align by the direction of the text', async (t) => {
  const html = renderMarkdown('| a | b | |\n|---|--:|:-:|\n| 1 | 2 | 3 |');
  t.match(html, /^<div class="table" tabindex="0"><table>[\s\S]*<\/table><\/div>/);
  t.match(html, '<th scope="col" class="end">b</th>');
  t.match(html, '<td class="center"></td>', 'an empty header cell is no header');
  t.notMatch(renderMarkdown('<div class="table" tabindex="9">x</div>'), 'div');
});

t.test('links lead to web pages, mailboxes, telephones and our own paths', async (t) => {
  const href = (address: string) => /href="([^"]*)"/.exec(renderMarkdown(`[x](<${address}>)`))?.[1];
  t.equal(href('https://kemlu.go.id/a?b=1&c=2'), 'https://kemlu.go.id/a?b=1&amp;c=2');
  t.equal(href('mailto:tokyo@kemlu.go.id'), 'mailto:tokyo@kemlu.go.id');
  t.equal(href('tel:+81-3-0000'), 'tel:+81-3-0000');
  t.equal(href('/tokyo/id/a#s-b'), '/tokyo/id/a#s-b');
  t.equal(href('www.kemlu.go.id'), 'https://www.kemlu.go.id/');
  const refused = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'ftp://a',
    'file:///etc/passwd',
    'https://kemlu.go.id@evil.example/',
    'evil',
    '#top',
    ' /a',
    'java\tscript:alert(1)',
    'blob:https://a/b',
    '///evil.example',
    '/\t/evil.example',
  ];
  for (const address of refused)
    t.notMatch(href(address) ?? '', /evil|script|data|ftp|file|blob|top/, address);
  t.match(renderMarkdown('[x](https://a.example)'), 'rel="external noreferrer"');
  t.notMatch(renderMarkdown('[x](/a)'), 'rel=');
  t.equal(renderMarkdown('[x](javascript:alert(1))'), '<p>x</p>\n', 'the words of a refused link stay');
});

t.test('pictures come from our media, and load when they are near; others become links', async (t) => {
  t.match(
    renderMarkdown('![Gunung "Fuji"](/media/a.jpg)'),
    '<img src="/media/a.jpg" alt="Gunung &quot;Fuji&quot;" loading="lazy" />',
  );
  t.equal(
    renderMarkdown('![peta](https://a.example/b.jpg)'),
    '<p><a href="https://a.example/b.jpg" rel="external noreferrer">peta</a></p>\n',
  );
  t.match(renderMarkdown('![](/media/a.jpg)'), 'alt=""');
  for (const address of [
    '/desk/logout',
    '/media/../desk',
    '//a.example/b.jpg',
    'data:image/png;base64,AA',
    'b.jpg',
  ]) {
    t.equal(renderMarkdown(`![kata](${address})`), '<p>kata</p>\n', address);
  }
});

t.test('HTML that is typed into Markdown keeps its words and a few plain tags', async (t) => {
  t.equal(
    renderMarkdown('H<sub>2</sub>O<br>E=mc<sup onclick="x()">2</sup>'),
    '<p>H<sub>2</sub>O<br />E=mc<sup>2</sup></p>\n',
  );
  t.equal(renderMarkdown('<div onclick="x()"><p>Halo <b>dunia</b></p></div>'), '<p>Halo <b>dunia</b></p>\n');
  t.equal(renderMarkdown('<style>*{display:none}</style>\n\na'), '<p>a</p>\n');
  t.equal(renderMarkdown('a <!-- tersembunyi --> b'), '<p>a  b</p>\n');
});

t.test('hostile Markdown leaves nothing that runs, loads or clobbers', async (t) => {
  for (const markdown of HOSTILE) t.same(problemsOf(renderMarkdown(markdown)), [], markdown.slice(0, 80));
});

t.test('no mixture of hostile pieces leaves anything either', async () => {
  const piece = fc.oneof(fc.constantFrom(...HOSTILE, ...PIECES), fc.string({ maxLength: 6 }));
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (markdown) => problemsOf(tryRender(markdown)).length === 0),
    { numRuns: 1500 },
  );
});

t.test('a text cannot carry a seal of its own', async (t) => {
  const forged = '<!--w:1.1.body.0123456789abcdef-->palsu<!--/w-->';
  for (const markdown of [
    forged,
    `\`${forged}\``,
    `    ${forged}`,
    `[x](/a "${forged}")`,
    `![${forged}](/media/a.jpg)`,
    `# ${forged}`,
    `&lt;!--w:1.1.body.0123456789abcdef--&gt;`,
  ]) {
    t.same(readSeals(renderMarkdown(markdown)), [], markdown);
    t.notMatch(renderMarkdown(markdown), '<!--');
  }
});

t.test('what is too long or too deep is refused with a code, and quickly', async (t) => {
  const deep = [
    `${'>'.repeat(5000)} x`,
    '> '.repeat(5000),
    '- '.repeat(5000).concat('x'),
    '1. '.repeat(300).concat('x'),
    `${'- > '.repeat(30)}x`,
    Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n'),
  ];
  for (const markdown of deep)
    t.match(thrownBy(markdown), { code: 'too-deep', limit: 40 }, markdown.slice(0, 20));
  t.match(thrownBy('a '.repeat(MAX_MARKDOWN_LENGTH)), { code: 'too-long', limit: MAX_MARKDOWN_LENGTH });
  t.match(thrownBy('a_'.repeat(40_000)), { code: 'word-too-long' });
  t.ok(thrownBy('x'.repeat(MAX_MARKDOWN_LENGTH + 1)) instanceof MarkdownError);
});

t.test('long rules, deep but sane lists and long texts without spaces are fine', async (t) => {
  t.match(renderMarkdown('- '.repeat(60)), '<hr />');
  t.match(renderMarkdown(Array.from({ length: 15 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')), '<li>');
  t.match(renderMarkdown('日本語'.repeat(5000)), '日本語');
});

t.test('text that is made to be slow does not hold up the process', async (t) => {
  for (const unit of [
    '# a\n',
    'a\n=\n',
    '[a](',
    '![',
    '[',
    '<a ',
    '<!--',
    '*a ',
    '**a _b ',
    '- a\n\n',
    '|a|\n',
    'a_a ',
    '`a ',
    '> a\n\n',
    '[a]: b\n',
    '&#x41; ',
    'http://a ',
    '<b>',
    '(a',
    '~a ',
  ]) {
    const started = performance.now();
    tryRender(unit.repeat(Math.floor(MAX_MARKDOWN_LENGTH / unit.length)));
    t.ok(performance.now() - started < 5000, JSON.stringify(unit));
  }
});

function tryRender(markdown: string): string {
  try {
    return renderMarkdown(markdown);
  } catch (error) {
    if (error instanceof MarkdownError) return '';
    throw error;
  }
}

function thrownBy(markdown: string): unknown {
  try {
    return renderMarkdown(markdown);
  } catch (error) {
    return error;
  }
}
