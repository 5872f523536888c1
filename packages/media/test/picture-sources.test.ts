import { join } from 'node:path';
import t from 'tap';
import { documentPath, pictureSources, renditionPath } from '../src/index.ts';

const id = '6e1a5a0e-8a55-4c7e-9d3b-0a4f0c2b7d11';
const row = {
  id,
  alt: { id: 'Sawah', en: 'Rice fields' },
  width: 1600,
  height: 1000,
  widths: [480, 960, 1600],
  formats: ['avif', 'webp', 'jpeg'],
  focusX: 0.5,
  focusY: 0.5,
};
const srcset = (ending: string) =>
  [480, 960, 1600].map((width) => `/media/${id}/${width}.${ending} ${width}w`).join(', ');

t.test(
  'a picture is offered in every format it was made in, the smallest first, and every width',
  async (t) => {
    t.strictSame(pictureSources(row, 'id'), {
      sources: [
        { type: 'image/avif', srcset: srcset('avif') },
        { type: 'image/webp', srcset: srcset('webp') },
        { type: 'image/jpeg', srcset: srcset('jpg') },
      ],
      src: `/media/${id}/960.jpg`,
      width: 1600,
      height: 1000,
      alt: 'Sawah',
    });
    t.equal(pictureSources({ ...row, width: 1000, widths: [1000] }).src, `/media/${id}/1000.jpg`);
    const { sources } = pictureSources({ ...row, formats: ['webp', 'jpeg'] });
    t.same(
      sources.map(({ type }) => type),
      ['image/webp', 'image/jpeg'],
      'one kept before there was AVIF offers none',
    );
  },
);

t.test('a point to keep in view is given where it is not the middle', async (t) => {
  t.same(pictureSources({ ...row, focusY: 0.2 }).focus, { x: 0.5, y: 0.2 });
  t.equal(pictureSources(row).focus, undefined);
});

t.test('its words come in the reader’s language, else in one they may read', async (t) => {
  const altIn = (alt: Record<string, string>, locale?: string) => pictureSources({ ...row, alt }, locale).alt;
  t.equal(altIn({ pt: 'Arroz', en: 'Rice' }, 'pt-BR'), 'Arroz');
  t.equal(altIn({ id: 'Padi', en: 'Rice' }, 'ja'), 'Rice');
  t.equal(altIn({ id: 'Padi', ar: 'أرز' }, 'ja'), 'Padi');
  t.equal(altIn({ es: 'Arroz' }), 'Arroz');
  t.equal(altIn({}, 'id'), '');
});

t.test('an address leads to a rendition and nowhere else', async (t) => {
  for (const file of ['960.webp', '480.avif', '1600.jpg', 'large.jpg']) {
    t.equal(renditionPath('/srv/media', id, file), join('/srv/media', '6e', id, file));
  }
  t.equal(documentPath('/srv/media', id), join('/srv/media', '6e', id, 'document.pdf'));
  const wrong = ['960.png', '../960.webp', '9.webp', '96000.webp', '960.webp/', '960.webp\n', '.webp', ''];
  for (const file of [...wrong, 'document.pdf', 'large.webp', 'large.jpg\n']) {
    t.equal(renditionPath('/srv/media', id, file), undefined, JSON.stringify(file));
  }
  for (const other of ['', '..', id.toUpperCase(), `${id}/..`, `../${id}`, `${id}\n`]) {
    t.equal(renditionPath('/srv/media', other, '960.webp'), undefined, JSON.stringify(other));
    t.equal(documentPath('/srv/media', other), undefined, JSON.stringify(other));
  }
});
