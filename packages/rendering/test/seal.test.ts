import assert from 'node:assert/strict';
import fc from 'fast-check';
import t from 'tap';
import { escapeHtml, readSeals, renderMarkdown, type SealMark, seal, sealHash } from '../src/index.ts';

const mark = fc.record<SealMark>({
  number: fc.nat(),
  version: fc.integer({ min: 1, max: 1_000_000 }),
  part: fc.constantFrom('title', 'body'),
});
const html = fc.oneof(fc.string(), fc.string({ unit: 'binary' })).map(escapeHtml);

t.test('what is sealed is read back from anywhere in a page, intact', async () => {
  const pieces = fc.array(fc.tuple(mark, html, html), { maxLength: 5 });
  fc.assert(
    fc.property(pieces, (pieces) => {
      const page = pieces.map(([mark, sealed, between]) => `<p>${seal(mark, sealed)}</p>${between}`).join('');
      const expected = pieces.map(([mark, sealed]) => ({ ...mark, hash: sealHash(sealed), intact: true }));
      assert.deepEqual(readSeals(page), expected);
    }),
  );
});

t.test('a seal of which one character was changed is not intact', async (t) => {
  const page = seal({ number: 7, version: 3, part: 'body' }, renderMarkdown('Hubungi *KBRI* di 112.'));
  t.match(readSeals(page), [{ number: 7, version: 3, part: 'body', intact: true }]);
  t.match(readSeals(page.replace('112', '113')), [{ intact: false }]);
  t.match(readSeals(page.replace('<!--/w-->', '')), [{ intact: false }], 'nor one without an end');
});

t.test('the hash depends on nothing but the text, and is the start of its SHA-256', async (t) => {
  t.equal(sealHash('Halo'), '4e86512d9a0af8a7');
  t.not(sealHash('Halo'), sealHash('halo'));
});

t.test('local texts are not sealed, and HTML with comments never is', async (t) => {
  t.equal(seal(undefined, '<b>a</b>'), '<b>a</b>');
  t.throws(
    () => seal({ number: 1, version: 1, part: 'body' }, '<!--w:2.1.body.0123456789abcdef-->x<!--/w-->'),
    /comments/,
  );
});

t.test('things that look like seals and are none are passed over', async (t) => {
  t.same(
    readSeals('<!--w:1.1.body.xyz-->a<!--/w--> <!--w:1.1.foot.0123456789abcdef-->a<!--/w--> <!-- w -->'),
    [],
  );
});

t.test('escaped text means what the text meant', async (t) => {
  t.equal(escapeHtml(`<a href="x">'&'</a>`), '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
});
