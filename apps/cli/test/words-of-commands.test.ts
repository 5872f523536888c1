import t from 'tap';
import type { Deliveries, Delivery } from '../src/api/answers.ts';
import { readAudience } from '../src/headlines/audience-option.ts';
import { describeProof } from '../src/headlines/describe-proof.ts';
import { readWords } from '../src/options/option-values.ts';
import { readSettings } from '../src/settings.ts';
import { readSiteChange } from '../src/sites/site-change.ts';

t.test('an audience may be given in one option or in several', async (t) => {
  t.same(readAudience(['all']), { all: true });
  t.same(readAudience(['region:europe,africa,kind:embassy']), {
    regions: ['europe', 'africa'],
    kinds: ['embassy'],
  });
  t.same(readAudience(['site:tokyo', 'site:osaka', 'country:JP'], ['berlin,site:bern']), {
    sites: ['tokyo', 'osaka'],
    countries: ['JP'],
    except: ['berlin', 'bern'],
  });
});

t.test('what is no audience is refused, and all with others is left to the service to refuse', async (t) => {
  t.throws(() => readAudience(['city:tokyo']), /city:tokyo is none of all, region:…/);
  t.throws(() => readAudience(['tokyo']), /a site is site:tokyo/);
  t.same(readAudience(['all,region:europe']), { all: true, regions: ['europe'] });
});

t.test('a change of a site keeps the words of other languages', async (t) => {
  const site = { name: { id: 'KBRI' }, fullName: {}, statusNote: { id: 'Tutup', en: 'Closed' } };
  t.same(readSiteChange(['statusNote.id=Buka', 'statusNote.ja=開館', 'host=', 'locales=id, en'], site), {
    statusNote: { id: 'Buka', en: 'Closed', ja: '開館' },
    host: null,
    locales: ['id', 'en'],
  });
  t.same(readSiteChange(['latitude=-6.2', 'longitude='], site), { latitude: -6.2, longitude: '' });
  t.throws(() => readSiteChange(['theme'], site), /write key=value/);
  t.throws(() => readSiteChange(['statusNote=Tutup'], site), /say the language/);
});

t.test('words without a language are refused', async (t) => {
  t.same(readWords('--note', ['id=a=b', 'zh-Hans=c']), { id: 'a=b', 'zh-Hans': 'c' });
  t.throws(
    () => readWords('--note', ['Tutup hari ini']),
    /--note: "Tutup hari ini" does not say its language/,
  );
});

t.test('the service is looked for where the environment says', async (t) => {
  t.equal(readSettings({}).url, 'http://localhost:3000');
  t.equal(readSettings({ PORT: '4000', PUBLIC_URL: '' }).url, 'http://localhost:4000');
  t.equal(readSettings({ PUBLIC_URL: 'https://blog.example/' }).url, 'https://blog.example');
  t.equal(
    readSettings({ PUBLIC_URL: 'https://blog.example', WARTA_URL: 'http://node1:3000' }).url,
    'http://node1:3000',
  );
  t.throws(() => readSettings({ DATABASE_URL: 'mysql://x' }), /^DATABASE_URL must begin with postgres/);
});

t.test('for many missions a proof is told by region, and those that fail are named', async (t) => {
  const items = Array.from({ length: 20 }, (_, index) => delivery(index, index === 3 ? 'failed' : 'live'));
  const regions = new Map(items.map(({ site }, index) => [site, index < 5 ? 'africa' : 'europe']));
  const told = describeProof({ ...DELIVERIES, live: 19, pending: 1, provenInMs: null, items }, regions);
  t.match(told, /^region +failed +live\nafrica +1 +4\neurope +0 +15\nall +1 +19\n/);
  t.match(told, /Not proven:\nsite .*\nsite-3 +failed .*the home does not show it\n/);
  t.match(told, /19 of 20 live, 1 not proven \(version 2\)$/);
});

t.test('for few missions a proof names each', async (t) => {
  const items = [delivery(1, 'live'), delivery(2, 'live')];
  const told = describeProof({ ...DELIVERIES, total: 2, live: 2, provenInMs: 420, items }, new Map());
  t.match(
    told,
    /^site .*\nsite-1 +live +2 .*\nsite-2 +live +2 .*\n\n2 of 2 live, proven in 0\.42 s \(version 2\)$/,
  );
});

const DELIVERIES: Deliveries = {
  version: 2,
  state: 'live',
  total: 20,
  live: 0,
  pending: 0,
  provenInMs: null,
  items: [],
};

function delivery(index: number, state: string): Delivery {
  const wrong = state === 'failed';
  return {
    site: `site-${index}`,
    state,
    version: wrong ? null : 2,
    provenAt: wrong ? null : '2026-11-21T01:02:03.000Z',
    error: wrong ? 'the home does not show it' : null,
  };
}
