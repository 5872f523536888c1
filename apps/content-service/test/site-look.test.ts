import { storePicture, updateMedia } from '@warta/media';
import { photo } from '@warta/media/testing';
import { findSite, type Site } from '@warta/sites';
import t from 'tap';
import { footOf, setSettings, textOf } from './set-site.ts';
import { actor, testService, until } from './support.ts';

t.test('logo and large picture stand on pages, are served, and cannot be removed meanwhile', async (t) => {
  const service = await testService(t);
  const { database, config, read, call } = service;
  const { db } = database;
  const [tokyo, kemlu] = (await Promise.all(['tokyo', 'kemlu'].map((slug) => findSite(db, slug)))) as [
    Site,
    Site,
  ];
  const { mediaDir } = config;
  const keep = async (site: Site, width: number) =>
    storePicture(db, actor, {
      ...{ mediaDir, site: site.id, source: await photo(width, 400) },
      alt: { id: 'Gedung', en: 'Building' },
    });
  const [logo, hero] = [await keep(tokyo, 600), await keep(kemlu, 1000)];
  t.equal((await read(`/media/${hero.id}/480.jpg`)).status, 404);
  await setSettings(service, 'tokyo', { logo: logo.id, hero: hero.id });
  const { body } = await read('/tokyo/en/');
  t.match(
    body,
    new RegExp(
      `<picture class="logo">[\\s\\S]*?src="/media/${logo.id}/600.jpg" width="600" height="400" alt=""`,
    ),
  );
  t.match(
    body,
    new RegExp(
      `<div class="hero">[\\s\\S]*?/media/${hero.id}/480.avif 480w[\\s\\S]*?alt="Building" lang="en"`,
    ),
  );
  for (const id of [logo.id, hero.id]) t.equal((await read(`/media/${id}/480.jpg`)).status, 200);
  t.notMatch((await read('/tokyo/en/headlines')).body, /class="hero"/, 'the large one on the home alone');
  const change = { alt: { en: 'The old building' }, focus: { x: 0.2, y: 0.5 } };
  await updateMedia(db, actor, kemlu, hero.id, 1, change);
  const isAnew = (html: string) => /class="picture fx-20 fy-50"[\s\S]*?alt="The old building"/.test(html);
  await until(async () => (await read('/tokyo/en/')).body, isAnew); // changed outside of the node's own requests
  const removed = await call('DELETE', `/sites/tokyo/media/${logo.id}`, undefined, { 'if-match': '"1"' });
  t.equal(removed.status, 409, 'while it is in use');
});

t.test(
  'the menu holds whom to reach, the site’s links in their order, and its pages, each once, and the search',
  async (t) => {
    const service = await testService(t);
    const { call, read } = service;
    const page = (locale: string, slug: string, more = {}) =>
      call('POST', '/sites/tokyo/posts', { locale, slug, title: slug, body: 'x', kind: 'page', ...more });
    await page('id', 'tentang');
    const { id } = (await page('id', 'visa')).json();
    await page('ja', 'sasho', { translationOf: id });
    const menu = [
      { label: { id: 'e-Visa', ja: '電子査証' }, address: 'https://visa.example/apply' },
      { label: { id: 'Layanan Visa' }, address: '/tokyo/id/visa' },
      { label: { id: 'Kairo' }, address: '/cairo/' },
    ];
    await setSettings(service, 'tokyo', { menu });
    const links = async (path: string) => {
      const nav = /<nav class="menu"[\s\S]*?<\/nav>/.exec((await read(path)).body)?.[0] ?? '';
      return [...nav.matchAll(/<a href="([^"]*)"([^>]*)>(.*?)<\/a>/g)].map(([, href, more, label]) =>
        [href, more, textOf(label ?? '')]
          .map((part) => part?.trim())
          .filter(Boolean)
          .join(' '),
      );
    };
    t.same(await links('/tokyo/'), [
      '/tokyo/id/contact Kontak',
      'https://visa.example/apply rel="external" e-Visa (situs lain)',
      '/tokyo/id/visa Layanan Visa',
      '/cairo/ Kairo',
      '/tokyo/id/tentang tentang',
      '/tokyo/search Cari',
    ]);
    const japanese = await links('/tokyo/ja/sasho');
    t.equal(japanese[2], '/tokyo/ja/sasho aria-current="page" Layanan Visa', 'in the reader’s language');
    const own = [{ label: { id: 'Hubungi' }, address: '/tokyo/id/contact' }];
    await setSettings(service, 'tokyo', { menu: own });
    t.equal(
      (await links('/tokyo/ja/'))[0],
      '/tokyo/ja/contact Hubungi',
      'a link of its own to whom to reach',
    );
    await setSettings(service, 'beijing', {
      menu: [{ label: { id: 'Berita' }, address: '/beijing/id/contact' }],
    });
    const { body } = await read('/', { host: 'beijing.example' });
    t.match(body, /<a href="\/id\/contact">Berita<\/a>/, 'on a host of its own without its slug');
  },
);

t.test('accounts elsewhere are plain links by the name of their network', async (t) => {
  const service = await testService(t);
  const social = [
    { of: 'mission', platform: 'instagram', url: 'kbri.contoh' },
    { of: 'mission', platform: 'instagram', url: 'budaya.contoh' },
    { of: 'head', platform: 'x', url: 'dubescontoh' },
  ];
  await setSettings(service, 'tokyo', { social });
  const { body } = await service.read('/tokyo/');
  t.match(
    body,
    /<a href="https:\/\/www\.instagram\.com\/kbri\.contoh\/" rel="me">Instagram \(kbri\.contoh\)<\/a>/,
  );
  t.match(body, /<a href="https:\/\/x\.com\/dubescontoh" rel="external">X<\/a>/);
  t.match(footOf(body), /KBRI Tokyo di media sosial Instagram .* Kepala Perwakilan di media sosial X/);
});
