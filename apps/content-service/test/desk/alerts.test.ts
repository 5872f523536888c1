import { listAlerts } from '@warta/alerts';
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

t.test(
  'a head of site chooses, and the form is filled in with approved words for the countries it serves',
  async (t) => {
    const test = await crisisDesk(t);
    const head = await signedIn(test, 'head-of-site', 'tokyo');
    const empty = await head.get(`${TOKYO}/new`);
    t.match(empty.body, /name="area" value="country:JP" data-refills checked/, 'its countries are preset');
    t.notMatch(empty.body, /value="everywhere"|site:cairo/, 'it speaks for nobody else');
    t.match(plainWords(empty), /Will stand on 1 site KBRI Tokyo|Will stand on 1 site Embassy in Tokyo/);
    t.match(plainWords(empty), '+44 20 7946 0101', 'the number for those there');
    t.match(plainWords(empty), '+44 20 7946 0100', 'and the one for families');

    const chosen = { ...fieldsOf(empty), template: 'earthquake', step: 'fill' };
    const filled = await head.post(TOKYO, chosen);
    const fields = fieldsOf(filled);
    t.equal(fields['text.id.heading'], 'Gempa bumi di Jepang', 'with the country in each language');
    t.equal(fields['text.en.heading'], 'Earthquake in Japan');
    t.match(fields['text.ja.heading'], '日本');
    t.match(fields, { hours: '24', severity: 'Severe', urgency: 'Immediate', certainty: 'Observed' });
    t.same(Object.keys(fields).filter((name) => name.endsWith('.heading'))[0], 'text.id.heading');

    const typed = { ...fields, 'text.id.heading': 'Gempa besar di Kanto', template: 'tsunami' };
    const late = await head.post(TOKYO, { ...typed, step: 'save' });
    t.equal(late.status, 422, 'a template that is changed last is not saved under the old words');
    t.match(late.body, 'The words now follow what you chose last');
    t.match(fieldsOf(late), { 'text.id.heading': 'Gempa besar di Kanto', hours: '6', severity: 'Extreme' });
    t.match(fieldsOf(late)['text.en.heading'], 'Tsunami', 'what was typed stays, what was not follows');
    t.same(await listAlerts(test.database.db), []);

    const wrong = await head.post(TOKYO, { ...fieldsOf(late), 'text.id.heading': '', hours: 'at', at: '' });
    t.equal(wrong.status, 422);
    t.match(wrong.body, /Until this moment<\/a>: is not a date and time/);
    const none = await head.post(TOKYO, { ...fieldsOf(late), area: [], step: 'save' });
    t.match(none.body, 'choose at least one country or mission');
    const others = await head.post(TOKYO, { ...fieldsOf(late), area: ['country:EG'], step: 'fill' });
    const foreign = await head.post(TOKYO, { ...fieldsOf(others), area: ['country:EG'], step: 'save' });
    t.match(foreign.body, 'names what your site does not speak for');
  },
);

t.test(
  'a second person releases by a link from a phone; the drafter, strangers and old links do not',
  async (t) => {
    const test = await crisisDesk(t);
    const head = await signedIn(test, 'head-of-site', 'tokyo', 'Ani');
    const other = await signedIn(test, 'head-of-site', 'tokyo', 'Budi S');
    const cairo = await signedIn(test, 'head-of-site', 'cairo');
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    const { here } = await draft(head, TOKYO);
    const look = await head.get(`${here}/release`);
    t.match(look.body, 'Written by Ani, ', 'by the name people know');
    t.match(look.body, 'You wrote this: a second person releases it');
    t.notMatch(look.body, 'Release now');
    t.notMatch(look.body, 'Release alone', 'no head of site releases alone');
    const preview = await head.get(`${here}/preview`);
    t.match(
      preview.body,
      /data-alert="1\.1"[\s\S]*Gempa bumi di Jepang/,
      'the banner stands on the home as readers get it',
    );
    t.match(preview.headers['content-security-policy'], "frame-ancestors 'self'");
    t.equal((await press(head, here, 'release')).status, 403, 'pressing it all the same does nothing');
    t.match(
      (await press(head, here, 'release', { alone: 'yes', reason: 'Now!' })).body,
      'that takes somebody else',
    );

    const passed = await press(head, here, 'links');
    const url = /<code id="pass-on">([^<]+)</.exec(passed.body)?.[1] ?? '';
    t.match(passed.body, /href="https:\/\/wa\.me\/\?text=[^"]*desk%2Falerts%2Flink/);
    const path = new URL(url).pathname;
    t.match((await head.get(path)).body, 'You wrote this yourself');
    t.match((await cairo.get(path)).body, 'You may not release this alert');
    t.equal((await editor.post(path)).status, 403, 'an editor may not');
    t.same(await standing(test), []);

    const page = await other.get(path);
    t.equal(page.status, 200);
    t.match(page.body, /<button class="button big danger-first">Release now/);
    t.match(page.body, 'Gempa bumi di Jepang');

    await head.post(`${here}/edit`, {
      ...fieldsOf(await head.get(`${here}/edit`)),
      'text.id.heading': 'Gempa di Kanto',
    });
    const stale = await other.post(path);
    t.equal(stale.status, 410);
    t.match(stale.body, 'The words have changed since this link was made');
    t.same(await standing(test), [], 'nobody signs what they have not read');

    const again = /<code id="pass-on">([^<]+)</.exec((await press(head, here, 'links')).body)?.[1] ?? '';
    const fresh = new URL(again).pathname;
    const done = await other.post(fresh);
    t.match(done.location, `${TOKYO}/`);
    t.match(await standing(test), [{ confirmed: true, texts: [{ heading: 'Gempa di Kanto' }] }]);
    t.match((await test.read('/tokyo/')).body, /data-alert="1\.2"[\s\S]*Gempa di Kanto/);
    t.match((await other.post(fresh)).body, 'This link does not work any more', 'once');
    const proven = await until(
      () => other.get(here),
      ({ body }) => body.includes('1 of 1 sites show it'),
    );
    t.match(plainWords(proven), /1 of 1 sites show it, proven in \d+\.\d s/);
    t.match(plainWords(proven), /JST|GMT\+9/, 'in the mission’s time');
    t.match(plainWords(proven), /WIB|GMT\+7/, 'and in Jakarta’s');
  },
);

t.test('one alone releases with a reason, and it is loud until a second person confirms', async (t) => {
  const test = await crisisDesk(t);
  const desk = await signedIn(test, 'pr-desk', undefined, 'Citra');
  const operator = await signedIn(test, 'operator');
  const head = await signedIn(test, 'head-of-site', 'tokyo');
  const { here, filled } = await draft(desk, MINISTRY, { area: ['country:JP', 'country:EG'] });
  t.match(filled.body, /1 site has no emergency number[\s\S]*cairo/i, 'what is missing is said');
  t.match(plainWords(filled), 'and the ministry&#39;s otherwise', 'and what its readers get instead');
  t.match(fieldsOf(filled)['text.en.heading'], /Japan and Egypt/);
  t.match((await press(desk, here, 'release', { alone: 'yes', reason: '' })).body, 'say in a few words why');
  t.match(
    (await press(desk, here, 'release', { alone: 'yes', reason: 'Malam.' })).location,
    'said=alert-released',
  );
  const id = here.split('/').at(-1);
  const list = await operator.get(MINISTRY);
  t.match(list.body, 'UNCONFIRMED');
  t.match((await operator.get('/desk')).body, 'UNCONFIRMED', 'on the first page too');
  t.match((await head.get('/desk/sites/tokyo')).body, 'UNCONFIRMED', 'and on the mission’s');
  const own = await desk.get(here);
  t.notMatch(own.body, 'Confirm: it is right');
  t.match(own.body, `/desk/alerts/go/${id}`);
  t.match((await head.get(`/desk/alerts/go/${id}`)).location, `${TOKYO}/${id}`);
  const version = versionIn(await head.get(`${TOKYO}/${id}`));
  t.equal((await desk.post(`${here}/confirmation`, { _version: version })).status, 403);
  t.match(
    (await head.post(`${TOKYO}/${id}/confirmation`, { _version: version })).location,
    'alert-confirmed',
  );
  t.notMatch((await operator.get(MINISTRY)).body, 'UNCONFIRMED');
});
