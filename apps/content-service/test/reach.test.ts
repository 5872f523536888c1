import t from 'tap';
import { openingNow } from '../src/public/opening-now.ts';
import { bareApp } from './bare-app.ts';
import { footOf, set, setSettings, textOf } from './set-site.ts';
import { HOST, testService } from './support.ts';

const DAY_MS = 86_400_000;
const hotline = { kind: 'phone', purpose: 'emergency', value: '+44 20 7946 0123', hours: { kind: 'always' } };
const whatsapp = { kind: 'whatsapp', purpose: 'emergency', value: '+1 202 555 0123' };
const everyDay = { days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], opens: '00:00', closes: '24:00' };
const office = {
  kind: 'address',
  purpose: 'general',
  address: { id: 'Jalan Contoh 1', ja: '東京都見本1' },
  label: { id: 'Kantor' },
  hours: { kind: 'weekly', periods: [everyDay] },
};
const visas = {
  kind: 'email',
  purpose: 'visas',
  value: 'visas@tokyo.example',
  hours: {
    kind: 'weekly',
    periods: [
      { days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '12:00' },
      { days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '13:00', closes: '17:00' },
    ],
  },
};

t.test(
  'every page says whom to reach: the site’s own, else the ministry’s, else that none is known',
  async (t) => {
    const service = await testService(t);
    const { read } = service;
    const foot = async (path = '/tokyo/') => footOf((await read(path)).body);
    t.match(await foot(), /Kontak darurat KBRI Tokyo belum diketahui/);
    t.match(await foot('/cairo/en/'), /No emergency contact is known/);
    await set(service, 'kemlu', 'contacts', [hotline]);
    const everywhere = [
      '/tokyo/',
      '/tokyo/en/headlines',
      '/tokyo/id/tidak-ada',
      '/cairo/ar/',
      '/kemlu/',
      '/',
    ];
    for (const path of everywhere) {
      const { body } = await read(path);
      t.match(body, /<a class="call" href="tel:\+442079460123">/, `${path}: the ministry’s number, at once`);
      t.match(body, /href="\/(tokyo|cairo|kemlu)\/\w\w\/contact"/, `${path}: one tap to the rest`);
    }
    t.match(await foot(), /Ini saluran darurat Kementerian/);
    t.notMatch(
      await foot('/kemlu/'),
      /saluran darurat Kementerian/,
      'which is no news at the ministry itself',
    );
    await set(service, 'tokyo', 'contacts', [whatsapp, visas, office]);
    const { body } = await read('/tokyo/');
    t.match(body, /<a class="call" href="https:\/\/wa\.me\/12025550123" rel="external">/);
    t.notMatch(body, /442079460123/, 'the site’s own stands instead');
    t.match(await foot(), /Visa .*visas@tokyo\.example.* Senin–Jumat 09\.00–12\.00, 13\.00–17\.00/);
    t.match(await foot(), /Jam menurut waktu setempat di tokyo/);
    t.match(await foot('/tokyo/ja/'), /東京都見本1/);
    t.match(
      (await read('/tokyo/ja/')).body,
      /<span lang="id" dir="ltr">Kantor<\/span>/,
      'a label says its language',
    );
    await setSettings(service, 'tokyo', { status: 'closed', servedBy: ['cairo'] });
    t.notMatch(await foot(), /09\.00/, 'who is closed keeps no hours');
  },
);

t.test('the contact page says whether it is open now, and all about holidays', async (t) => {
  const service = await testService(t);
  const { read } = service;
  await set(service, 'kemlu', 'contacts', [hotline]);
  await set(service, 'tokyo', 'contacts', [visas, office]);
  const page = async (path = '/tokyo/en/contact') => textOf((await read(path)).body);
  const before = await page();
  t.match(before, /Indonesian citizens in distress This is the ministry’s hotline\. Phone \+44 20 7946 0123/);
  t.match(before, /General enquiries Jalan Contoh 1 Kantor Open now /);
  t.match(before, /Monday–Friday 09:00–12:00, 13:00–17:00 Holidays closed/);
  t.notMatch(before, /Coming holidays/);
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const holidays = [-9, -1, 0, 1].map((days) => ({ date: day(days), name: { id: `Libur ${days}` } }));
  await set(service, 'tokyo', 'holidays', holidays);
  const after = await page();
  t.match(after, /Jalan Contoh 1 Kantor Closed now, opens \w+day 00:00/, 'on a holiday it is closed');
  t.match(after, /Coming holidays .*Libur 1/);
  t.notMatch(after, /Libur -9/, 'what is past is over');
  t.match((await read('/tokyo/en/contact')).body, /<span class="about" lang="id" dir="ltr">Libur 1/);
  t.match(await page('/tokyo/ja/contact'), /東京都見本1/);
  t.match(await page('/cairo/ar/contact'), /44 20 7946 0123/);
  await set(service, 'kemlu', 'contacts', [{ ...hotline, hours: { kind: 'weekly', periods: [everyDay] } }]);
  t.match(await page(), /7946 0123 Open now/);
  await set(service, 'kemlu', 'holidays', holidays);
  t.match(await page(), /7946 0123 Closed now, opens/, 'the ministry’s holidays reach every site');
  await service.call('PATCH', '/sites/kemlu', { city: 'Bandung' });
  t.match(
    await page(),
    /Hours are local time in Bandung\. .* Hours are local time in tokyo\./,
    'and its clock',
  );
});

t.test('the contact page is made anew when what it says of now is over', async (t) => {
  const service = await testService(t);
  const { database, config } = service;
  await set(service, 'tokyo', 'contacts', [office]);
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const holidays = [-1, 0, 1, 2].map((days) => ({ date: day(days), name: { id: 'Libur' } }));
  await set(service, 'tokyo', 'holidays', holidays);
  const { app, cache } = await bareApp(config, database);
  await app.inject({ url: '/tokyo/id/contact', headers: { host: HOST } });
  const kept = cache.get(['', '/tokyo/id/contact', '', '', '', ''].join('\n'));
  const left = (kept?.freshUntil ?? 0) - performance.now();
  t.ok(left > 0 && left <= DAY_MS, 'the first holiday of the list is over at midnight');
  await app.close();
});

t.test('words about now end with the next change of the hours', async (t) => {
  const place = { timeZone: 'Asia/Tokyo', holidays: [{ date: '2026-11-27', name: {} }] };
  const hours = visas.hours as Parameters<typeof openingNow>[0];
  const said = (at: string, locale = 'en') => {
    const { shown, freshForMs } = openingNow(hours, place, new Date(at), locale);
    return [shown.now, (freshForMs ?? 0) / 3_600_000];
  };
  t.same(said('2026-11-25T10:30:00+09:00'), ['Open now, until 12:00', 1.5]);
  t.same(said('2026-11-25T12:00:00+09:00'), ['Closed now, opens 13:00', 1]);
  t.same(said('2026-11-26T17:00:00+09:00'), ['Closed now, opens Monday 09:00', 88], 'over a holiday');
  t.same(said('2026-11-25T16:00:00Z', 'id'), ['Sedang tutup, buka 09.00', 8], 'by the mission’s clock');
});
