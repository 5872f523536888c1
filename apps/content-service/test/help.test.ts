import { brotliCompressSync } from 'node:zlib';
import { contactLists, missionSite, readMissions, saveContacts } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import t from 'tap';
import { set } from './set-site.ts';
import { actor, MISSIONS, type TestService, testService } from './support.ts';

const hotline = { kind: 'phone', purpose: 'emergency', value: '+44 20 7946 0123', hours: { kind: 'always' } };
const phone = { kind: 'phone', purpose: 'emergency', value: '+1 202 555 0101', label: { id: 'Konsuler' } };
const whatsapp = { kind: 'whatsapp', purpose: 'emergency', value: '+1 202 555 0102' };
const visas = { kind: 'email', purpose: 'visas', value: 'visas@tokyo.example' };
const MOST_BYTES = 10 * 1024;

/** What stands under a country, by its code. */
async function under({ read }: TestService, code: string, path = '/help'): Promise<string> {
  const { body } = await read(path);
  return body.split(`id="${code}"`)[1]?.split('class="help"')[0] ?? '';
}

t.test(
  'under each country stands every mission that serves it, with its own numbers or the ministry’s',
  async (t) => {
    const service = await testService(t, [
      ...MISSIONS,
      ['canberra', { country: 'AU', city: 'Canberra', accreditedTo: ['VU'], name: { id: 'KBRI Canberra' } }],
      ['perth', { country: 'AU', city: 'Perth', kind: 'consulate', name: { id: 'KRI Perth' } }],
      ['ptri-geneva', { country: 'CH', kind: 'permanent-mission', region: 'multilateral' }],
    ]);
    t.match(await under(service, 'JP'), 'Belum ada nomor darurat.');
    t.match((await service.read('/help')).body, 'Nomor layanan darurat Kementerian belum tersedia.');
    await set(service, 'kemlu', 'contacts', [hotline]);
    t.match(await under(service, 'JP'), /Hubungi Kementerian: <a href="tel:\+442079460123">/);
    await set(service, 'tokyo', 'contacts', [phone, whatsapp, visas]);
    const japan = await under(service, 'JP');
    t.match(japan, 'href="tel:+12025550101"', 'in two taps from any page: here, and the number');
    t.match(japan, 'href="https://wa.me/12025550102"');
    t.match(japan, '<span class="about">Konsuler</span>');
    t.notMatch(japan, 'Hubungi Kementerian', 'its own come first');
    t.notMatch(japan, 'visas@', 'and only those for people in distress');
    await set(service, 'canberra', 'contacts', [phone]);
    t.match(
      await under(service, 'VU', '/en/help'),
      /KBRI Canberra[\s\S]*tel:\+12025550101/,
      'served from elsewhere',
    );
    t.equal((await under(service, 'AU')).match(/<li>/g)?.length, 2, 'both that are there');
    t.equal(await under(service, 'CH'), '', 'a mission to organisations serves no travellers');
    const order = [...(await service.read('/help')).body.matchAll(/<h3>([^<]+)/g)].map(([, name]) => name);
    t.match(order.join(), 'Australia,Jepang,Mesir,Tiongkok,Vanuatu');
  },
);

t.test('it says who answers now by the clock there, and every page leads to its own country', async (t) => {
  const service = await testService(t);
  const always = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].map((day) => ({
    days: [day],
    opens: '00:00',
    closes: '24:00',
  }));
  await set(service, 'tokyo', 'contacts', [{ ...phone, hours: { kind: 'weekly', periods: always } }]);
  const inThreeDays = always[(new Date().getUTCDay() + 2) % 7];
  await set(service, 'cairo', 'contacts', [{ ...phone, hours: { kind: 'weekly', periods: [inThreeDays] } }]);
  t.match(await under(service, 'JP'), 'class="now open"');
  t.match(await under(service, 'EG'), 'class="now"');
  t.match(await under(service, 'EG', '/en/help'), 'Closed now');
  for (const [path, href] of [
    ['/tokyo/', '/help#JP'],
    ['/cairo/ar/', '/en/help#EG'],
    ['/tokyo/id/nothing-here', '/help#JP'],
    ['/en/', '/en/help'],
  ] as const) {
    t.match((await service.read(path)).body, `class="to-help" href="${href}"`, path);
  }
  const own = await service.read('/', { host: 'beijing.example' });
  t.match(own.body, 'class="to-help" href="http://warta.test/help#CN"', 'also from a host of its own');
});

t.test('a number is kept on the phone by one tap', async (t) => {
  const service = await testService(t);
  t.equal((await service.read('/help/tokyo.vcf')).status, 404, 'none is known');
  await set(service, 'tokyo', 'contacts', [{ ...phone, hours: hotline.hours }, whatsapp]);
  const { headers, body } = await service.read('/en/help/tokyo.vcf');
  t.equal(headers['content-type'], 'text/vcard; charset=utf-8');
  const lines = body.replaceAll('\r\n ', '').split('\r\n');
  t.same(lines.slice(0, 2), ['BEGIN:VCARD', 'VERSION:3.0']);
  t.ok(
    lines.some((line) => /^TEL;.*:\+12025550101$/.test(line)),
    'as every phone reads it',
  );
  t.match(body, /^FN.*:Embassy in Tokyo/m);
  t.match(body, /^N.*:Embassy in Tokyo;/m, 'which phones cannot do without');
  t.ok(
    lines.some((line) => /^NOTE.*24 hours/.test(line)),
    'with when somebody answers',
  );
  t.match((await service.read('/help')).body, 'href="/help/tokyo.vcf"');
  t.equal((await service.read('/help/nowhere.vcf')).status, 404);
});

t.test('with numbers for every mission there is, the page is no heavier than ten kilobytes', async (t) => {
  const service = await testService(t, []);
  const { db } = service.database;
  const missions = readMissions();
  for (const mission of missions) await openSite(db, actor, missionInput(mission.slug, missionSite(mission)));
  const hours = {
    kind: 'weekly',
    periods: [{ days: ['mo', 'tu', 'we', 'th', 'fr'], opens: '09:00', closes: '17:00' }],
  };
  const lists = missions.map(({ slug }, index) => ({
    site: slug,
    version: 1,
    contacts: [
      { ...phone, hours, value: `+1 202 555 ${String(100 + (index % 100)).padStart(4, '0')}` },
      { ...whatsapp, value: `+44 20 7946 ${String(index).padStart(4, '0')}` },
    ],
  }));
  await saveContacts(db, actor, contactLists.parse(lists));
  for (const path of ['/help', '/en/help']) {
    const { body } = await service.read(path);
    t.ok((body.match(/href="tel:/g)?.length ?? 0) > 150, 'they are all there');
    const bytes = brotliCompressSync(body).length;
    t.ok(bytes <= MOST_BYTES, `${path}: ${bytes} bytes`);
  }
});
