import t from 'tap';
import { newPost, writerAs } from '../api/writer.ts';
import { dataOf } from '../json-ld.ts';
import { testService } from '../support.ts';
import { DeskClient, signedIn } from './desk-client.ts';
import { idsIn, LIBRARY, PDF, pdfFile, photoFile } from './media-support.ts';
import { baseIn, open, publish, save, words } from './write.ts';

/** Sends pictures to the library and gives their ids. */
async function pictures(client: DeskClient, ...widths: number[]): Promise<string[]> {
  const files = await Promise.all(widths.map((width) => photoFile(`${width}.jpg`, width)));
  await client.get(LIBRARY);
  return idsIn((await client.postFiles(LIBRARY, files)).location);
}

t.test('each picture of a gallery has a caption in each language of the post', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const [one = '', two = ''] = await pictures(editor, 640, 650);
  const here = await open(editor, '?kind=gallery');
  const kind = { kind: 'gallery', picture: [one, two] };
  await save(editor, here, { ...kind, [`caption.${one}.id`]: 'Penari dari Bali' });
  t.match((await editor.get(here)).body, '>\nPenari dari Bali</textarea>');

  const english = here.replace(/id$/, 'en');
  const page = (await editor.get(`${english}?from=id`)).body;
  t.match(page, /<p class="muted" lang="id" dir="ltr">Penari dari Bali<\/p>/, 'whoever translates sees it');
  const both = { [`caption.${one}.id`]: 'Penari dari Bali', [`caption.${one}.en`]: 'Dancers from Bali' };
  await editor.post(english, { ...words, ...kind, ...both, title: 'Night market', _base: baseIn(page) });
  await publish(editor, here);
  await publish(editor, english);
  t.match((await test.read('/tokyo/en/night-market')).body, 'Dancers from Bali');
  t.match((await test.read('/tokyo/id/pasar-malam-di-meguro')).body, 'Penari dari Bali');

  await save(editor, here, { ...kind, [`caption.${two}.id`]: 'x'.repeat(401) });
  const refused = await publish(editor, here);
  t.equal(refused.status, 422);
  t.match(refused.body, 'Caption of picture 2</a>: is too long');
  t.match((await editor.get(here)).body, 'x'.repeat(401), 'and nothing that was typed is lost');
});

t.test('an event that is ticked as cancelled says so to readers, calendars and machines', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const here = await open(editor, '?kind=event');
  const event = { kind: 'event', start: '2099-05-01T18:00', 'place-name': 'Balai' };
  await save(editor, here, { ...event, cancelled: 'on' });
  t.match((await editor.get(here)).body, /name="cancelled" checked/);
  await publish(editor, here);
  const pageOf = async () => (await test.read('/tokyo/id/pasar-malam-di-meguro')).body;
  t.match(await pageOf(), '<strong class="cancelled">');
  t.match(dataOf(await pageOf()), { eventStatus: 'https://schema.org/EventCancelled' });
  t.match((await test.read('/tokyo/events.ics')).body, 'STATUS:CANCELLED');

  await save(editor, here, event);
  await publish(editor, here);
  t.notMatch(await pageOf(), 'class="cancelled"', 'unticked, it takes place');
  t.notOk(dataOf(await pageOf()).eventStatus);
  t.notMatch((await test.read('/tokyo/events.ics')).body, 'STATUS:CANCELLED');
});

t.test('a video has a picture of its own, chosen in the library', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const [cover = '', poster = ''] = await pictures(editor, 640, 650);
  const here = await open(editor, '?kind=video');
  const link = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
  const page = await editor.get(here);
  const fields = { kind: 'video', ...words, link, cover, _base: baseIn(page.body) };
  const { location = '' } = await editor.post(`${here}/choose-poster`, fields);
  t.match((await editor.get(location)).body, `action="${here}/poster"`, 'what was typed is saved on the way');
  await editor.post(`${here}/poster`, { media: poster });
  t.match((await editor.get(here)).body, `name="poster" value="${poster}" checked`);
  await publish(editor, here);
  const { body } = await test.read('/tokyo/id/pasar-malam-di-meguro');
  t.match(body, `/media/${poster}/`);
  await save(editor, here, { kind: 'video', link, cover });
  await publish(editor, here);
  const without = (await test.read('/tokyo/id/pasar-malam-di-meguro')).body;
  t.notMatch(without, poster, 'unticked, the cover stands for the video');
});

t.test('a post bears a date that has passed, and takes its place by it', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const recent = await open(editor);
  await save(editor, recent, { title: 'Yang baru' });
  await publish(editor, recent);
  const here = await open(editor);
  const dated = await save(editor, here, { title: 'Dari arsip', date: '2019-08-17T10:00' });
  t.equal(dated.status, 303);
  t.match((await editor.get(here)).body, 'value="2019-08-17T10:00"');
  t.match((await editor.get(`${here}/publication`)).body, 'dated 17 August 2019');
  const later = await publish(editor, here, { when: 'later', at: '2030-01-01T08:00' });
  t.match(later.body, 'bears a date of its own', 'two moments at once are refused');
  await publish(editor, here);
  const page = (await test.read('/tokyo/id/dari-arsip')).body;
  t.match(page, 'datetime="2019-08-17T10:00:00+09:00"', 'in the mission’s time zone');
  const home = (await test.read('/tokyo/')).body;
  t.ok(home.indexOf('Yang baru') < home.indexOf('Dari arsip'), 'older than what was published before it');

  await save(editor, here, { title: 'Dari arsip', date: '2030-01-01T08:00' }).then((refused) => {
    t.equal(refused.status, 422);
    t.match(refused.body, 'choose its time when you publish');
    t.match(refused.body, 'value="2030-01-01T08:00"');
  });
  t.match((await save(editor, here, { date: 'kemarin' })).body, 'is not a date and time');
  await save(editor, here, { title: 'Dari arsip', date: '2018-08-17T10:00' });
  await publish(editor, here);
  t.match((await test.read('/tokyo/id/dari-arsip')).body, '2018-08-17', 'it can be put right');
  await save(editor, here, { title: 'Dari arsip', body: 'Isi baru.' });
  await publish(editor, here);
  t.match(
    (await test.read('/tokyo/id/dari-arsip')).body,
    '2018-08-17',
    'and stays while nothing else is said',
  );
});

t.test('programs say the date with its offset, and pictures with their captions', async (t) => {
  const test = await testService(t);
  const { call, save: put, move } = await writerAs(test, 'content-editor');
  const post = newPost();
  const naive = await put(post, { date: '2019-08-17T10:00:00' });
  t.match(naive.json(), { errors: [{ field: 'date' }] }, 'one without is refused');
  const date = '2019-08-17T10:00:00+09:00';
  t.equal((await put(post, { date })).status, 201);
  t.equal((await call('GET', `/${post}/texts/id`)).json().content.date, date);
  t.match((await move(post, 'publication', 1)).json(), { publishAt: '2019-08-17T01:00:00.000Z' });
  t.equal((await call('GET', `/${post}/texts/id/revisions/1`)).json().content.date, date);
});

t.test('whoever has the link to a preview gets its pictures and documents, and no others', async (t) => {
  const test = await testService(t);
  const editor = await signedIn(test, 'content-editor', 'tokyo');
  const [cover = ''] = await pictures(editor, 640);
  const [shown = '', other = ''] = idsIn(
    (await editor.postFiles(LIBRARY, [pdfFile(), pdfFile('other.pdf', PDF.replace('1.7', '1.4'))])).location,
  );
  const here = await open(editor);
  await save(editor, here, { cover, body: `Baca [panduannya](/media/${shown}).` });
  const made = await editor.post(`${here}/preview`);
  const link = /\/desk\/preview\/[\w-]+/.exec(made.body)?.[0] ?? '';
  const stranger = new DeskClient(test);
  const page = (await stranger.get(link)).body;
  const [, address = ''] = /href="([^"]+)">panduannya/.exec(page) ?? [];
  t.equal(address, `${link}/media/${shown}/file`);
  const document = await stranger.get(address);
  t.match(document, {
    status: 200,
    body: PDF,
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': /^attachment; /,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  });
  const [picture = ''] = new RegExp(`${link}/media/${cover}/[\\w.]+`).exec(page) ?? [];
  t.match(await stranger.get(picture), { status: 200, headers: { 'cache-control': 'no-store' } });
  t.equal((await stranger.get(`${link}/media/${other}/file`)).status, 404, 'another document of the site');
  t.equal((await test.read(`/media/${shown}`)).status, 404, 'without the link it is not public');
  const [, own = ''] =
    /href="([^"]+)">panduannya/.exec((await editor.get(`${here}/preview/page`)).body) ?? [];
  t.match((await editor.get(own)).headers['content-type'], 'application/pdf', 'nor does the desk lack it');
  await test.database.db.updateTable('preview').set({ expires_at: '2020-01-01T00:00:00Z' }).execute();
  for (const path of [address, picture])
    t.equal((await stranger.get(path)).status, 404, 'it runs out with it');
});
