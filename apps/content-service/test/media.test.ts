import { storeDocument, storePicture } from '@warta/media';
import { photo } from '@warta/media/testing';
import { postInput, publishPost } from '@warta/posts';
import { findSite, type Site } from '@warta/sites';
import t from 'tap';
import { actor, HOST, testService } from './support.ts';

const PDF = Buffer.from('%PDF-1.7\ntrailer\n<<>>\n%%EOF\n');

t.test('pictures and documents are served once something public shows them', async (t) => {
  const { database, config, read, service } = await testService(t);
  const { db } = database;
  const { mediaDir } = config;
  const tokyo = (await findSite(db, 'tokyo')) as Site;
  const upload = { mediaDir, site: tokyo.id };
  const source = await photo(600, 400);
  const picture = await storePicture(db, actor, { ...upload, source, alt: { id: 'Sawah' } });
  const title = 'Panduan Visa "Baru" – 観光';
  const document = await storeDocument(db, actor, { ...upload, source: PDF, title, language: 'id' });
  const addresses = ['480.avif', '480.webp', '600.jpg', 'large.jpg'].map(
    (file) => `/media/${picture.id}/${file}`,
  );
  const statuses = async () =>
    Promise.all([...addresses, `/media/${document.id}`].map(async (path) => (await read(path)).status));
  t.same(await statuses(), [404, 404, 404, 404, 404], 'not while nobody may see them');

  const body = `Halo.\n\n![](/media/${picture.id} "Di Bali")\n\n[Unduh](/media/${document.id})`;
  const input = postInput.parse({ locale: 'id', title: 'Kabar', body });
  const { slug } = await publishPost(db, actor, tokyo, { ...input, cover: picture.id });
  t.same(await statuses(), [200, 200, 200, 200, 200]);
  const types = await Promise.all(addresses.map(async (path) => (await read(path)).headers['content-type']));
  t.same(types, ['image/avif', 'image/webp', 'image/jpeg', 'image/jpeg']);

  const download = await service.app.inject({ url: `/media/${document.id}`, headers: { host: HOST } });
  t.match(download.headers, {
    'content-type': 'application/pdf',
    'content-disposition': /^attachment; filename="panduan-visa-baru-[a-z-]+\.pdf"$/,
    'x-content-type-options': 'nosniff',
    'content-security-policy': /sandbox/,
    'content-length': PDF.length,
  });
  t.same(download.rawPayload, PDF);

  const { body: page } = await read(`/tokyo/id/${slug}`);
  t.match(
    page,
    /<picture class="picture">\s*<source type="image\/avif"/,
    'the cover, the smallest format first',
  );
  t.match(page, /<figure><picture><source type="image\/avif".*<figcaption>Di Bali<\/figcaption><\/figure>/);
  for (const wrong of [
    `/media/${picture.id}`,
    `/media/${document.id}/document.pdf`,
    '/media/x',
    '/media/x/y',
  ]) {
    t.match(await read(wrong), { status: 404, headers: { 'content-disposition': undefined } }, wrong);
  }
});
