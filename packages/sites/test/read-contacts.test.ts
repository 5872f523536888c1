import t from 'tap';
import { readContacts } from '../src/read-contacts.ts';

const SITES = new Set(['tokyo', 'cairo']);
const HEADER = 'site,kind,purpose,value,hours,label_id,label_en,address_id,address_ja';
const DUTY = 'tokyo,phone,emergency,+44 20 7946 0123,24/7,Siaga,Duty phone,,';
const VISAS = 'tokyo,email,visas,visas@tokyo.example,"Mo-Fr 09:00-12:00,13:00-17:00; PH off",,,,';
const OFFICE = 'cairo,address,general,,,,,Jalan Contoh 1,見本町1';

const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');
const read = (...rows: string[]) => readContacts(csv(...rows), SITES);

t.test('a list is read by site, each in the order of its rows', async (t) => {
  const label = { id: 'Siaga', en: 'Duty phone' };
  const weekdays = ['mo', 'tu', 'we', 'th', 'fr'];
  t.strictSame(read(DUTY, OFFICE, VISAS), [
    {
      site: 'tokyo',
      contacts: [
        { kind: 'phone', purpose: 'emergency', value: '+442079460123', label, hours: { kind: 'always' } },
        {
          kind: 'email',
          purpose: 'visas',
          value: 'visas@tokyo.example',
          label: {},
          hours: {
            kind: 'weekly',
            periods: [
              { days: weekdays, opens: '09:00', closes: '12:00' },
              { days: weekdays, opens: '13:00', closes: '17:00' },
            ],
          },
        },
      ],
    },
    {
      site: 'cairo',
      contacts: [
        {
          kind: 'address',
          purpose: 'general',
          address: { id: 'Jalan Contoh 1', ja: '見本町1' },
          label: {},
          hours: null,
        },
      ],
    },
  ]);
});

t.test('days may go over the week’s end, be single, or be holidays', async (t) => {
  const hoursOf = (written: string) => {
    const [list] = read(DUTY.replace('24/7', `"${written}"`));
    return list?.contacts[0]?.hours;
  };
  const period = (days: string[], opens: string, closes: string) => ({ days, opens, closes });
  t.strictSame(hoursOf('Fr-Mo 20:00-06:00'), {
    kind: 'weekly',
    periods: [period(['fr', 'sa', 'su', 'mo'], '20:00', '06:00')],
  });
  t.strictSame(hoursOf('sa, ph 10:00-12:00; Su 00:00-24:00'), {
    kind: 'weekly',
    periods: [period(['sa', 'holiday'], '10:00', '12:00'), period(['su'], '00:00', '24:00')],
  });
});

t.test('a wrong value is named by its line, its column and what would be right', async (t) => {
  for (const [row, from, to, complaint] of [
    [DUTY, 'tokyo', 'tokio', /line 3, site: there is no site tokio/],
    [DUTY, 'tokyo', '', /line 3, site: is empty/],
    [DUTY, 'phone', 'telex', /line 3, kind: .*phone/],
    [DUTY, 'emergency', 'distress', /line 3, purpose: .*emergency/],
    [DUTY, '+44 20 7946 0123', '020 7946 0123', /line 3, value: starts with \+ and the country's code/],
    [DUTY, '+44 20 7946 0123', '+44 20 79', /line 3, value: is not a number of its country/],
    [DUTY, '+44 20 7946 0123', '', /line 3, value: /],
    [DUTY, '24/7', 'day and night', /line 3, hours: is not 24\/7 or hours such as/],
    [DUTY, '24/7', 'Mo-Fr 9-5', /line 3, hours: .*"9-5" is not a time such as/],
    [DUTY, '24/7', 'Mx 09:00-10:00', /line 3, hours: .*"mx" is none of Mo, Tu/],
    [DUTY, '24/7', 'Mo-PH 09:00-10:00', /line 3, hours: /],
    [DUTY, '24/7', 'Mo 25:00-26:00', /line 3, hours: is not a time from 00:00 to 23:59/],
    [DUTY, '24/7', 'Mo 09:00-12:00; Mo 11:00-13:00', /line 3, hours: meets another period on mo/],
    [DUTY, '24/7', 'Mo 22:00-06:00; Tu 05:00-08:00', /line 3, hours: meets another period on tu/],
    [DUTY, '24/7', 'Mo 09:00-09:00', /line 3, hours: .*whole day is 00:00 to 24:00/],
    [DUTY, 'Duty phone,', 'Duty phone,Jalan', /line 3, address_id: is for the kind address, not phone/],
    [OFFICE, 'general,', 'general,Jalan', /line 3, value: is empty for an address/],
    [OFFICE, 'Jalan Contoh 1,見本町1', ',', /line 3, address_id: needs words in at least one language/],
    [VISAS, 'visas@tokyo.example', 'visas', /line 3, value: is not an e-mail address/],
    [DUTY.replace('phone', 'whatsapp'), '0123', '0123 ext. 5', /line 3, value: has an extension/],
  ] as const) {
    t.throws(
      () => read(VISAS.replace('tokyo.', 'cairo.'), row.replace(from, to)),
      { message: complaint },
      `${from} → ${to}`,
    );
  }
});

t.test('every wrong line is told at once, also what is on a list twice', async (t) => {
  t.throws(() => read(DUTY, DUTY, OFFICE.replace('cairo', 'kairo')), {
    message: /line 3, value: is in the list already\nline 4, site: there is no site kairo$/,
  });
});

t.test('a column that is unknown, missing or there twice is told before anything else', async (t) => {
  const header = (names: string) => () => readContacts(`${names}\n`, SITES);
  t.throws(header('site,kind,purpose,labl_id'), {
    message: /line 1, labl_id: is no column; there are site,/,
  });
  t.throws(header('site,kind,purpose,label_english'), { message: /line 1, label_english: is no column/ });
  t.throws(header('site,kind'), { message: /line 1, purpose: this column is missing/ });
  t.throws(header('site,kind,purpose,value,value'), { message: /line 1, value: is a column twice/ });
  t.throws(() => readContacts('"site', SITES));
});

t.test('a list without rows names no site', async (t) => {
  t.same(read(), []);
});
