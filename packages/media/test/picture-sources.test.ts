import { join } from 'node:path';
import t from 'tap';
import { pictureSources, renditionPath } from '../src/index.ts';

const id = '6e1a5a0e-8a55-4c7e-9d3b-0a4f0c2b7d11';
const row = {
  id,
  alt: { id: 'Sawah', en: 'Rice fields' },
  width: 1600,
  height: 1000,
  widths: [480, 960, 1600],
};

t.test('a picture is offered in both formats and every width', async (t) => {
  t.strictSame(pictureSources(row, 'id'), {
    sources: [
      {
        type: 'image/webp',
        srcset: `/media/${id}/480.webp 480w, /media/${id}/960.webp 960w, /media/${id}/1600.webp 1600w`,
      },
      {
        type: 'image/jpeg',
        srcset: `/media/${id}/480.jpg 480w, /media/${id}/960.jpg 960w, /media/${id}/1600.jpg 1600w`,
      },
    ],
    src: `/media/${id}/960.jpg`,
    width: 1600,
    height: 1000,
    alt: 'Sawah',
  });
  t.equal(pictureSources({ ...row, width: 1000, widths: [1000] }).src, `/media/${id}/1000.jpg`);
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
  t.equal(renditionPath('/srv/media', id, '960.webp'), join('/srv/media', '6e', id, '960.webp'));
  for (const file of [
    '960.png',
    '../960.webp',
    '9.webp',
    '96000.webp',
    '960.webp/',
    '960.webp\n',
    '.webp',
    '',
  ]) {
    t.equal(renditionPath('/srv/media', id, file), undefined, JSON.stringify(file));
  }
  for (const other of ['', '..', id.toUpperCase(), `${id}/..`, `../${id}`, `${id}\n`]) {
    t.equal(renditionPath('/srv/media', other, '960.webp'), undefined, JSON.stringify(other));
  }
});
