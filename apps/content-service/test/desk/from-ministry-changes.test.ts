import t from 'tap';
import { testService } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { fieldIn, LIST, pushed } from './from-ministry-support.ts';

t.test('two colleagues who write at once both keep their words', async (t) => {
  const test = await testService(t);
  const { here } = await pushed(test);
  const [rina, andi] = [
    await signedIn(test, 'content-editor', 'tokyo', 'Rina'),
    await signedIn(test, 'head-of-site', 'tokyo', 'Andi P'),
  ];
  const base = { _base: '0', _for: '1', note: '' };
  await rina.post(`${here}/in/id`, { ...base, intro: 'Kata Rina.' });
  await rina.post(`${here}/pin`, { pinnedUntil: '2999-01-01T08:00' });
  const refused = await andi.post(`${here}/in/id`, { ...base, intro: 'Kata Andi.' });
  t.equal(refused.status, 409);
  t.match(refused.body, /<del>Rina<\/del><ins>Andi<\/ins>/);
  t.match(refused.body, 'Kata Andi.');
  const again = { ...base, _base: fieldIn(refused.body, '_base'), intro: 'Kata Andi dan Rina.' };
  t.equal((await andi.post(`${here}/in/id`, again)).status, 303);
  t.match((await test.read('/tokyo/id/imbauan-bagi-wni-h1')).body, 'Kata Andi dan Rina.');
});

t.test('after a correction the mission sees both texts and what changed beside its words', async (t) => {
  const test = await testService(t);
  const { id, here, correct } = await pushed(test);
  const editor = await signedIn(test, 'content-editor', 'tokyo', 'Rina');
  await editor.post(`${here}/in/en`, { _base: '0', _for: '1', intro: 'Our words.', note: '' });
  await correct('Advisory for students', 1);
  t.match(
    (await editor.get(`${LIST}?list=check`)).body,
    /Advisory for students[\s\S]*Your words: look again/,
  );
  t.match((await editor.get(here)).body, /You wrote them for version 1; version 2 stands now/);
  const changes = (await editor.get(`${here}/changes`)).body;
  t.match(changes, /The number was wrong\./);
  t.match(changes, /Advisory for <del>citizens<\/del><ins>students<\/ins>/);
  t.match(
    changes,
    /The whole of version 1[\s\S]*Advisory for citizens[\s\S]*The whole of version 2[\s\S]*Advisory for students/,
  );
  t.match(changes, /Our words\./);
  t.match(
    (await test.read('/tokyo/en/advisory-for-students-h1')).body,
    /Written before the official text was corrected/,
  );
  await correct('Advisory for pupils', 2);
  t.equal(
    (await editor.post(`${here}/fits`, { version: '2' })).location,
    `${here}/changes?said=changed-again`,
  );
  t.equal((await editor.post(`${here}/fits`, { version: '3' })).location, `${here}?said=still-fits`);
  t.notMatch((await test.read('/tokyo/en/advisory-for-pupils-h1')).body, /Written before/);
  t.match((await editor.get(`${here}/history`)).body, /English: fits version 3/);

  await test.call('POST', `/headlines/${id}/recall`, { reason: 'Wrong.' });
  const recalled = (await editor.get(here)).body;
  t.match(recalled, /The ministry has recalled this/);
  t.notMatch(recalled, /Wrong\./);
  t.notMatch(recalled, />Pin</, 'and nothing is to be changed');
  const late = await editor.post(`${here}/in/en`, { _base: '1', _for: '3', intro: 'Late words.', note: '' });
  t.match(late, { status: 422, body: /Late words\./ });
});
