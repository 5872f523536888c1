import t from 'tap';
import { testService } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { filesBelow, idsIn, LIBRARY, pdfFile, photoFile } from './media-support.ts';

t.test('several files are kept at once, and what they show is asked for right away', async (t) => {
  const test = await testService(t);
  const client = await signedIn(test, 'contributor', 'tokyo');
  const page = await client.get(LIBRARY);
  t.match(page.body, /accept="image\/jpeg,image\/png,image\/webp,image\/avif,image\/gif,application\/pdf"/);
  t.match(page.body, /at most 40 MB/, 'limits are said beforehand');

  const sent = await client.postFiles(LIBRARY, [await photoFile(), pdfFile('Panduan_visa.pdf')]);
  t.equal(sent.status, 303, sent.body);
  const [picture = '', document = ''] = idsIn(sent.location);
  const form = await client.get(sent.location ?? '');
  t.match(form.body, new RegExp(`name="alt.${picture}.ja"`), 'in each language of the site');
  t.match(form.body, new RegExp(`name="title.${document}" type="text" value="Panduan visa"`));
  const saved = await client.post(`${LIBRARY}/describe`, {
    of: [picture, document].join(','),
    [`version.${picture}`]: '1',
    [`version.${document}`]: '1',
    [`alt.${picture}.en`]: 'Dancers on a stage',
    [`title.${document}`]: 'Visa guide',
    [`language.${document}`]: 'en',
    credit: 'Sari',
    licence: 'CC BY 4.0',
  });
  t.match(saved, { status: 303, location: `${LIBRARY}?said=saved` }, saved.body);
  const library = await client.get(LIBRARY);
  t.match(library.body, /Dancers on a stage/);
  t.match(library.body, /Visa guide/);
  const search = await client.get(`${LIBRARY}?words=DANCERS`);
  t.notMatch(search.body, /Visa guide/);
  const list = JSON.parse((await client.get(`${LIBRARY}.json?words=dancers`)).body);
  t.match(list.items, [{ id: picture, alt: 'Dancers on a stage', address: `/media/${picture}` }]);
  const file = await client.get(`${LIBRARY}/${picture}/file`);
  t.match(file, { status: 200, headers: { 'content-type': 'image/jpeg' } });
  const other = await signedIn(test, 'head-of-site', 'cairo');
  t.equal(
    (await other.get(`/desk/sites/cairo/media/${picture}/file`)).status,
    404,
    'another site has it not',
  );
});

t.test(
  'a wrong, huge, broken or hostile file gets a line of its own and leaves nothing behind',
  async (t) => {
    const test = await testService(t);
    const client = await signedIn(test, 'content-editor', 'tokyo');
    const { mediaDir } = test.config;
    await client.get(LIBRARY);
    const good = await photoFile('good.jpg');
    const cut = (good.body as Uint8Array<ArrayBuffer>).slice(0, 2000);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const sent = await client.postFiles(LIBRARY, [
      { name: 'page.jpg', type: 'image/jpeg', body: '<!doctype html><script>alert(1)</script>' },
      { name: '<b>draw.svg', type: 'image/svg+xml', body: svg },
      { name: 'cut.jpg', type: 'image/jpeg', body: cut },
      { name: 'half.pdf', type: 'application/pdf', body: '%PDF-1.7\n1 0 obj' },
      { name: 'huge.jpg', type: 'image/jpeg', body: new Uint8Array(40_000_001).fill(255) },
      { name: 'IMG_1.HEIC', type: 'image/heic', body: '\0\0\0\x18ftypheic\0\0\0\0mif1heic' },
    ]);
    t.equal(sent.status, 422);
    for (const line of [
      '<bdi>page.jpg</bdi>: The file is no picture or document',
      '<bdi>&lt;b&gt;draw.svg</bdi>: The file is no picture',
      '<bdi>cut.jpg</bdi>: The picture is damaged',
      '<bdi>half.pdf</bdi>: The document is damaged',
      '<bdi>huge.jpg</bdi>: The picture has more than 40 MB',
      '<bdi>IMG_1.HEIC</bdi>: The photo is in HEIC',
    ]) {
      t.ok(sent.body.includes(line), line);
    }
    t.same(await filesBelow(mediaDir), []);

    const mixed = await client.postFiles(LIBRARY, [
      good,
      { name: 'x.txt', type: 'text/plain', body: 'x' },
      pdfFile('../../etc/pass\u202Efdp.wd\0.pdf'),
    ]);
    t.equal(mixed.status, 422, 'the one is said');
    t.match(mixed.body, /<bdi>x.txt<\/bdi>/);
    t.match(mixed.body, /The other 2 are kept/);
    t.match(mixed.body, /value="passfdp\.wd"/, 'a name is never a path, nor does it turn what follows round');
    const { items } = JSON.parse((await client.get(`${LIBRARY}.json`)).body);
    t.equal(items.length, 1);
    t.same(
      (await filesBelow(mediaDir)).filter((name) => name === 'sent'),
      [],
    );
  },
);

t.test('without the form’s token, or the right, nothing is read', async (t) => {
  const test = await testService(t);
  const { mediaDir } = test.config;
  const client = await signedIn(test, 'content-editor', 'tokyo');
  await client.get(LIBRARY);
  const photo = await photoFile();
  const forged = await client.postFiles(LIBRARY, [photo], { _csrf: 'forged' });
  t.equal(forged.status, 403);
  t.match(forged.body, /choose the files once more/);
  const auditor = await signedIn(test, 'auditor');
  await auditor.get(LIBRARY);
  t.equal((await auditor.postFiles(LIBRARY, [photo])).status, 403);
  const abroad = await signedIn(test, 'head-of-site', 'cairo');
  await abroad.get('/desk/sites/cairo/media');
  t.equal((await abroad.postFiles(LIBRARY, [photo])).status, 403);
  t.same(await filesBelow(mediaDir), []);
  t.equal((await client.postFiles('/desk/sites/tokyo/media', [])).status, 422, 'a form without a file');
});

t.test(
  'the same picture twice is kept once, and more than twenty at once are said to be too many',
  async (t) => {
    const test = await testService(t);
    const client = await signedIn(test, 'content-editor', 'tokyo');
    await client.get(LIBRARY);
    const same = await photoFile();
    const first = await client.postFiles(LIBRARY, [same, same]);
    t.equal(idsIn(first.location).length, 1);
    const many = Array.from({ length: 22 }, () => ({ name: 'a.txt', type: 'text/plain', body: 'a' }));
    const sent = await client.postFiles(LIBRARY, many);
    t.equal(sent.body.match(/Too many at once/g)?.length, 2);
  },
);
