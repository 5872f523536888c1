import t from 'tap';
import {
  type CapSender,
  capMessage,
  changeAlert,
  draftAlert,
  draftCancellation,
  findReleasedAlert,
  listOpenAlerts,
  releaseAlert,
} from '../src/index.ts';
import { findFaults } from './cap-schema.ts';
import { clock, giveNumbers, network, quake } from './support.ts';

const sender: CapSender = {
  host: 'warta.test:3000',
  name: (locale) => (locale === 'id' ? 'Kementerian Luar Negeri' : 'Ministry of Foreign Affairs'),
  web: (locale) => `https://warta.test/${locale}/alerts/1`,
  siteName: (slug) => `KBRI <${slug}> & kawan`,
};

t.test('an alert, its update and its end are CAP messages by the specification', async (t) => {
  const { db, tokyo } = await network(t);
  await giveNumbers(db, [[tokyo, '+442079460001']]);
  const alone = { actor: clock, receivedAt: new Date(), reason: 'A test.' };
  const { id } = await draftAlert(db, clock, quake());
  const message = async () => {
    const alert = await findReleasedAlert(db, 1);
    return alert ? capMessage(alert, sender) : '';
  };
  t.equal(await message(), '', 'a draft is no message');

  await releaseAlert(db, id, 1, alone);
  const first = await message();
  t.same(findFaults(first), []);
  t.match(first, '<msgType>Alert</msgType>');
  t.match(first, '<status>Actual</status>');
  t.match(first, /<sent>[^<]+-00:00<\/sent>/, 'UTC is never written as Z');
  t.match(first, '<language>ar</language>');
  t.match(first, '<event>Gempa bumi</event>');
  t.match(first, /<description>Gempa bumi kuat[^<]*<\/description>\s*<instruction>Jauhi/);
  t.match(first, '<contact>KBRI &lt;tokyo&gt; &amp; kawan: +442079460001</contact>', 'and is well formed');
  t.match(
    first,
    /<areaDesc>Jepang<\/areaDesc>\s*<geocode>\s*<valueName>ISO 3166-1<\/valueName>\s*<value>JP</,
  );
  t.notMatch(first, '<references>');

  const texts = [{ locale: 'en', heading: 'A < B & "C"\u0001', body: '', instruction: '' }];
  await changeAlert(db, clock, id, 1, quake({ texts, area: { sites: ['tokyo'] } }));
  t.match(await message(), '<msgType>Alert</msgType>', 'a draft of an update changes nothing');
  await releaseAlert(db, id, 2, alone);
  const second = await message();
  t.same(findFaults(second), []);
  t.match(second, '<msgType>Update</msgType>');
  t.match(second, /<references>warta\.test:3000,warta\.test-3000-alert-1-1,[^,<\s]+<\/references>/);
  t.match(second, 'A &lt; B &amp; &quot;C&quot;</headline>');

  await draftCancellation(db, clock, id, 2, {});
  await releaseAlert(db, id, 3, alone);
  const end = await message();
  t.same(findFaults(end), []);
  t.match(end, '<msgType>Cancel</msgType>');
  t.match(end, /alert-1-1,\S+ warta\.test:3000,\S*alert-1-2,/, 'it names all it ends, oldest first');
});

t.test('an alert for all names the world; what is wrong is found by the test itself', async (t) => {
  const { db } = await network(t);
  const alone = { actor: clock, receivedAt: new Date(), reason: 'A test.' };
  const { id } = await draftAlert(db, clock, quake({ area: { everywhere: true }, place: 'Asia' }));
  await releaseAlert(db, id, 1, alone);
  const [alert] = await listOpenAlerts(db);
  const xml = alert ? capMessage(alert, sender) : '';
  t.same(findFaults(xml), []);
  t.match(xml, '<areaDesc>Dunia</areaDesc>');
  t.equal(findFaults(xml.replace('<scope>Public</scope>', '')).length, 1);
  t.equal(findFaults(xml.replace('<urgency>Immediate', '<urgency>Now')).length, 1);
  t.ok(findFaults(xml.replace(/-00:00<\/sent>/, 'Z</sent>')).length > 0);
  t.ok(findFaults(xml.replace(/(<status>.*<\/status>)\s*(<msgType>.*<\/msgType>)/, '$2$1')).length > 0);
});
