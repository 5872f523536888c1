import fc from 'fast-check';
import t from 'tap';
import { type BodyPicture, MarkdownError, renderMarkdown, UnknownPictureError } from '../src/index.ts';
import { HOSTILE, PIECES } from './hostile-markdown.ts';
import { problemsOf } from './safe-html.ts';

const id = '6e1a5a0e-8a55-4c7e-9d3b-0a4f0c2b7d11';
const picture: BodyPicture = {
  sources: [
    { type: 'image/avif', srcset: `/media/${id}/480.avif 480w, /media/${id}/960.avif 960w` },
    { type: 'image/jpeg', srcset: `/media/${id}/480.jpg 480w, /media/${id}/960.jpg 960w` },
  ],
  src: `/media/${id}/960.jpg`,
  width: 960,
  height: 640,
  alt: { text: 'Sawah' },
};
const render = (markdown: string, set: Partial<BodyPicture> = {}) =>
  renderMarkdown(markdown, { pictures: new Map([[id, { ...picture, ...set }]]) });

t.test('a picture by itself is a figure in every format and width, with its caption', async (t) => {
  const sizes = 'sizes="(min-width: 42rem) 40rem, 100vw"';
  t.equal(
    render(`![Padi "muda"](/media/${id} "Di Bali")`, { credit: 'Foto: Dewi' }),
    [
      '<figure><picture>',
      `<source type="image/avif" srcset="/media/${id}/480.avif 480w, /media/${id}/960.avif 960w" ${sizes} />`,
      `<source type="image/jpeg" srcset="/media/${id}/480.jpg 480w, /media/${id}/960.jpg 960w" ${sizes} />`,
      `<img src="/media/${id}/960.jpg" alt="Padi &quot;muda&quot;" width="960" height="640" loading="lazy" decoding="async" />`,
      '</picture><figcaption>Di Bali <small>Foto: Dewi</small></figcaption></figure>\n',
    ].join(''),
  );
  t.match(render(`![](/media/${id})\n![](/media/${id})`), /^(<figure>.*<\/figure>\n){2}$/, 'two in a row');
  t.notMatch(render(`![](/media/${id})`), 'figcaption', 'no caption where there are no words for it');
});

t.test('what nobody wrote beside a picture comes from the library, in its own language', async (t) => {
  const html = render(`![](/media/${id})`, {
    alt: { text: 'أرز', tongue: { lang: 'ar', dir: 'rtl' } },
    caption: { text: 'Rice <fields>', tongue: { lang: 'en', dir: 'ltr' } },
  });
  t.match(html, 'alt="أرز" lang="ar" dir="rtl"');
  t.match(html, '<figcaption lang="en" dir="ltr">Rice &lt;fields&gt;</figcaption>');
  t.notMatch(
    render(`![Padi](/media/${id} "Di Bali")`),
    /lang=/,
    'what was written is in the text’s language',
  );
});

t.test('a picture among words, in a list or a link stays within its line', async (t) => {
  t.match(render(`Lihat ![](/media/${id}) ini`), /^<p>Lihat <picture>.*<\/picture> ini<\/p>/);
  t.match(render(`- ![](/media/${id})`), /<li><picture>.*<\/picture><\/li>/);
  t.match(render(`[![](/media/${id})](/tokyo/)`), /<p><a href="\/tokyo\/"><picture>.*<\/picture><\/a><\/p>/);
  t.notMatch(render(`Lihat ![](/media/${id} "Di Bali") ini`), 'figcaption');
});

t.test('a picture that is not in the library is refused by its name', async (t) => {
  for (const address of ['/media/0', `/media/${id.replace('6', '7')}`, '/media/x/../y', '/media/']) {
    const error = thrownBy(`a\n\n> - ![x](${address})`);
    t.ok(error instanceof UnknownPictureError, address);
    t.match(error, { message: /^There is no picture \/media\// }, address);
  }
  t.match(
    render(`![x](/media/${id}/480.jpg)`),
    '<figure>',
    'an address of one of its files means the picture',
  );
  t.match(render(`[Formulir](/media/0)`), '<a href="/media/0">Formulir</a>', 'a link stays a link');
  t.match(render('![peta](https://a.example/b.jpg)'), '<a href', 'as does a picture elsewhere');
});

t.test('with pictures too, nothing runs, loads or clobbers', async () => {
  const mine = [`![](/media/${id} "`, `![<b>](/media/${id})`, `![" onerror="x](/media/${id})`, '"><script>'];
  const piece = fc.oneof(fc.constantFrom(...HOSTILE, ...PIECES, ...mine), fc.string({ maxLength: 6 }));
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const isSafe = (markdown: string) => {
    const html = thrownBy(markdown);
    return typeof html !== 'string' || problemsOf(html).length === 0;
  };
  fc.assert(fc.property(text, isSafe), { numRuns: 1000 });
});

function thrownBy(markdown: string): unknown {
  try {
    return render(markdown, { caption: { text: '"><i>' }, credit: '<script>' });
  } catch (error) {
    if (error instanceof MarkdownError || error instanceof UnknownPictureError) return error;
    throw error;
  }
}
