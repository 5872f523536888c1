import t from 'tap';
import { MISSION_KINDS, REGIONS } from '../src/kinds.ts';
import { readMissions } from '../src/read-missions.ts';

const HEADER =
  'slug,kind,name_id,name_en,full_name_id,city,country_code,region,timezone,locales,latitude,longitude,accredited_to,source';
const ABUJA =
  'abuja,embassy,KBRI Abuja,Embassy in Abuja,Kedutaan di Abuja,Abuja,NG,africa,Africa/Lagos,id;en,9.06,7.49,BF;BJ,listed';

const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');

t.test('our own list has 134 missions of every kind and in every region', async (t) => {
  const missions = readMissions();
  t.equal(missions.length, 134);
  t.same([...new Set(missions.map(({ kind }) => kind))].sort(), [...MISSION_KINDS].sort());
  t.same([...new Set(missions.map(({ region }) => region))].sort(), [...REGIONS].sort());
  t.ok(
    missions.every(({ locales }) => locales[0] === 'id'),
    'each speaks Indonesian first',
  );
});

t.test('a row is read into its types', async (t) => {
  t.strictSame(readMissions(csv(ABUJA)), [
    {
      slug: 'abuja',
      kind: 'embassy',
      nameId: 'KBRI Abuja',
      nameEn: 'Embassy in Abuja',
      fullNameId: 'Kedutaan di Abuja',
      city: 'Abuja',
      country: 'NG',
      region: 'africa',
      timezone: 'Africa/Lagos',
      locales: ['id', 'en'],
      latitude: 9.06,
      longitude: 7.49,
      accreditedTo: ['BF', 'BJ'],
    },
  ]);
});

t.test('a spreadsheet’s byte order mark, line ends and blank lines are read over', async (t) => {
  const saved = `\uFEFF${csv(ABUJA, '').replaceAll('\n', '\r\n')}\r\n`;
  t.equal(readMissions(saved).length, 1);
});

t.test('a wrong value is named by its line and its column', async (t) => {
  const other = ABUJA.replace('abuja', 'lagos');
  for (const [from, to, complaint] of [
    ['lagos', 'la', /line 3, slug: is not four/],
    ['embassy', 'palace', /line 3, kind: is not one of embassy/],
    ['KBRI Abuja', '', /line 3, name_id: is empty/],
    ['NG', 'Nigeria', /line 3, country_code: is not a code/],
    ['africa', 'atlantis', /line 3, region: is not one of/],
    ['Africa/Lagos', 'Africa/Abuja', /line 3, timezone: is not an IANA/],
    ['id;en', 'id;EN_gb', /line 3, locales: has a tag/],
    ['id;en', '', /line 3, locales: is empty/],
    ['9.06', 'north', /line 3, latitude: is not a number/],
    ['9.06', '', /line 3, latitude: is empty/],
    ['7.49', '190', /line 3, longitude: is too large/],
    ['BF;BJ', 'BF;BF', /line 3, accredited_to: names a country twice/],
  ] as const) {
    t.throws(
      () => readMissions(csv(ABUJA, other.replace(from, to))),
      { message: complaint },
      `${from} → ${to}`,
    );
  }
});

t.test('every wrong line is told at once', async (t) => {
  const rows = csv(ABUJA.replace('NG', 'ng'), ABUJA.replace('9.06', '99'));
  t.throws(() => readMissions(rows), { message: /line 2, country_code.*\n.*line 3, latitude/ });
});

t.test('a slug stands for one mission', async (t) => {
  t.throws(() => readMissions(csv(ABUJA, ABUJA)), { message: /line 3, slug: abuja is already on line 2/ });
});

t.test('what is not CSV, or lacks a column, is refused', async (t) => {
  t.throws(() => readMissions(csv('"abuja')));
  t.throws(() => readMissions('slug,kind\nabuja,embassy'), { message: /line 2, city: is missing/ });
});
