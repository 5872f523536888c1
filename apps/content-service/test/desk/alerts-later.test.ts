import t from 'tap';
import { until } from '../support.ts';
import {
  crisisDesk,
  draft,
  fieldsOf,
  MINISTRY,
  plainWords,
  press,
  standing,
  TOKYO,
  versionIn,
} from './alert-desk.ts';
import { signedIn } from './desk-client.ts';
import { open, publish, save } from './write.ts';

t.test('an alert is updated, stands longer, is ended; every version is kept and compared', async (t) => {
  const test = await crisisDesk(t);
  const desk = await signedIn(test, 'pr-desk', undefined, 'Citra');
  const operator = await signedIn(test, 'operator');
  const { here } = await draft(desk, MINISTRY, { area: ['country:JP'] });
  await press(operator, here, 'release');
  const form = await desk.get(`${here}/edit`);
  t.match(fieldsOf(form), { hours: 'keep', 'text.id.heading': 'Gempa bumi di Jepang' });
  const [before] = await standing(test);
  const words = { ...fieldsOf(form), 'text.en.heading': 'Aftershocks in Japan' };
  t.match((await desk.post(`${here}/edit`, words)).location, `${here}/release`);
  const late = await operator.post(`${here}/edit`, { ...words, 'text.en.heading': 'Mine' });
  t.equal(late.status, 412);
  t.match(late.body, 'Somebody else has written this anew meanwhile');
  t.match(fieldsOf(late), { 'text.en.heading': 'Mine', _version: '2' }, 'nothing typed is lost');
  t.match((await operator.get(`${here}/versions`)).body, /<del>Earthquake<\/del><ins>Aftershocks<\/ins>/);
  await press(operator, here, 'release');
  const [updated] = await standing(test);
  t.equal(updated?.expiresAt, before?.expiresAt, 'it ends when it was to end');
  t.ok(updated?.texts.some(({ heading }) => heading === 'Aftershocks in Japan'));

  const page = await desk.get(here);
  t.match(
    (await desk.post(`${here}/expiry`, { _version: versionIn(page), hours: '6' })).location,
    'alert-longer',
  );
  const [longer] = await standing(test);
  t.equal(Date.parse(longer?.expiresAt ?? '') - Date.parse(updated?.expiresAt ?? ''), 6 * 3_600_000);
  t.equal(longer?.confirmed, false, 'which a second person has to confirm as well');

  const end = fieldsOf(await desk.get(`${here}/cancellation`));
  t.match(end['text.en.heading'], 'This alert is over');
  await desk.post(`${here}/cancellation`, { ...end, 'text.en.body': 'All are safe.' });
  t.match((await operator.get(`${here}/release`)).body, /All are safe\.[\s\S]*/);
  t.match((await press(operator, here, 'release')).location, 'alert-ended');
  t.same(await standing(test), []);
  t.match((await operator.get(MINISTRY)).body, /Over[\s\S]*ended/);
  const report = await operator.get(`${here}/report`);
  t.match(plainWords(report), /Alert written \(version 1\)[\s\S]*Alert released[\s\S]*Alert ended/);
  t.notMatch(
    (await operator.get(`${here}/versions`)).body,
    'Readers see it',
    'of what is over nothing is seen',
  );
  t.equal((await desk.get(`${here}/cancellation`)).status, 409, 'what is over is not ended again');
});

t.test('a drill says so on every page and stands on the practice site alone', async (t) => {
  const test = await crisisDesk(t);
  const head = await signedIn(test, 'head-of-site', 'tokyo', 'Ani');
  const operator = await signedIn(test, 'operator');
  const { filled, here } = await draft(head, TOKYO, {}, '?practice=1');
  t.match(filled.body, 'On the practice site only');
  const id = here.split('/').at(-1);
  const seen = `${MINISTRY}/${id}`;
  for (const path of [`${here}/release`, here, `${here}/versions`, `${here}/edit`]) {
    t.match((await head.get(path)).body, /class="drill"><strong>DRILL/, path);
  }
  await press(operator, seen, 'release');
  t.match((await test.read('/latihan/')).body, 'Gempa bumi di Jepang');
  t.notMatch((await test.read('/tokyo/')).body, 'Gempa bumi di Jepang');
  const report = await until(
    () => head.get(`${here}/report`),
    ({ body }) => body.includes('1 of 1 sites show it') && body.includes('proven on'),
  );
  t.match(report.body, /Report of the drill/);
  t.match(plainWords(report), /proven on 1 site in \d+\.\d s/, 'each version with the time it took');
});

t.test('approved words are changed by one and approved by another', async (t) => {
  const test = await crisisDesk(t);
  const desk = await signedIn(test, 'pr-desk');
  const operator = await signedIn(test, 'operator');
  const head = await signedIn(test, 'head-of-site', 'tokyo');
  const QUAKE = `${MINISTRY}/templates/earthquake`;
  t.match((await desk.get(`${MINISTRY}/templates`)).body, /Earthquake[\s\S]*may be used/);
  t.equal((await head.get(QUAKE)).status, 403);
  const form = fieldsOf(await desk.get(QUAKE));
  t.match(
    (await desk.post(QUAKE, { ...form, 'text.en.heading': 'Quake in {place}' })).location,
    'template-saved',
  );
  const own = await desk.get(QUAKE);
  t.match(own.body, 'somebody else approves them');
  t.notMatch(own.body, 'Approve these words');
  t.equal((await desk.post(`${QUAKE}/approval`, { _version: '2' })).status, 409);
  const theirs = await operator.get(QUAKE);
  t.match(theirs.body, /<del>Earthquake<\/del><ins>Quake<\/ins>/);
  t.match((await operator.post(`${QUAKE}/approval`, { _version: '2' })).location, 'template-approved');
  t.match(
    fieldsOf((await draft(desk, MINISTRY, { area: ['country:JP'] })).filled)['text.en.heading'],
    'Quake in Japan',
  );

  const begun = await desk.post(`${MINISTRY}/templates`, { code: 'Heat!', kind: 'hazard' });
  t.match(begun.body, 'small letters and hyphens');
  const { location = '' } = await desk.post(`${MINISTRY}/templates`, { code: 'heat', kind: 'hazard' });
  const words = { 'text.id.event': 'Panas', 'text.id.heading': 'Panas di {place}', 'text.id.body': 'Minum.' };
  await desk.post(location.split('?')[0] ?? '', { ...fieldsOf(await desk.get(location)), ...words });
  t.match((await desk.get(`${MINISTRY}/templates`)).body, /Panas[\s\S]*may not be used/);
  t.notMatch((await desk.get(`${MINISTRY}/new`)).body, 'value="heat"', 'nor is it offered');
});

t.test(
  'scheduled posts and a festive pin wait while an alert stands, and are let go at the desk',
  async (t) => {
    const test = await crisisDesk(t);
    const desk = await signedIn(test, 'pr-desk', undefined, 'Citra');
    const operator = await signedIn(test, 'operator');
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    const post = await open(editor);
    await save(editor, post, {});
    await publish(editor, post, { when: 'later', at: '2040-01-01T08:00' });
    const pinned = { translations: [{ locale: 'id', title: 'Selamat hari raya', body: 'Isi.' }] };
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const sent = await test.call('POST', '/headlines', {
      ...pinned,
      audience: { all: true },
      pinnedUntil: until,
    });
    t.equal(sent.status, 201);
    const { here } = await draft(desk, MINISTRY, {
      area: ['country:JP'],
      hours: 'at',
      at: '2041-01-01T08:00',
    });
    const look = await operator.get(`${here}/release`);
    const [, pin = ''] = /name="unpin" value="([^"]+)"[\s\S]*?Selamat hari raya/.exec(look.body) ?? [];
    t.match((await press(operator, here, 'release', { hold: 'yes', unpin: pin })).location, 'alert-released');
    const held = await operator.get(here);
    t.match(plainWords(held), '1 scheduled post waits.');
    t.match(plainWords(held), 'The pin of 1 headline is down: “Selamat hari raya”');
    t.match((await operator.post(`${here}/hold/removal`)).location, 'alert-lifted');
    t.notMatch((await operator.get(here)).body, 'scheduled post waits');
  },
);
