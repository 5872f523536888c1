import { storePicture } from '@warta/media';
import { photo } from '@warta/media/testing';
import { findSite, saveContacts } from '@warta/sites';
import { findReceptions } from '@warta/sync';
import t from 'tap';
import { actor, testService } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { fieldIn, LIST, PUBLIC, pushed } from './from-ministry-support.ts';

t.test(
  'a mission sees what is new and what it must acknowledge, and that it has read it is noted',
  async (t) => {
    const test = await testService(t);
    const { db } = test.database;
    const { id, here } = await pushed(test, {
      acknowledgeWithin: 4,
      internalNote: 'Say this, do not speculate.',
    });
    const desk = await signedIn(test, 'pr-desk');
    t.equal((await desk.get(here)).status, 200);
    t.match(
      await findReceptions(db, id, (await findSite(db, 'tokyo'))?.id),
      [{ seenAt: null }],
      'the ministry is no mission',
    );
    const editor = await signedIn(test, 'content-editor', 'tokyo', 'Rina');
    t.match(
      (await editor.get('/desk/sites/tokyo')).body,
      /From the ministry[\s\S]*Advisory for citizens[\s\S]*>New</,
    );
    t.match(
      (await editor.get(`${LIST}?list=acknowledge`)).body,
      /Advisory for citizens[\s\S]*Acknowledge by /,
    );
    t.match((await editor.get(`${LIST}?words=advis`)).body, here);
    t.notMatch((await editor.get(`${LIST}?words=nothing`)).body, here);
    const page = await editor.get(here);
    t.match(page.body, 'Say this, do not speculate.');
    t.match(page.body, /<strong>important<\/strong>/);
    t.match(await findReceptions(db, id, (await findSite(db, 'tokyo'))?.id), [
      { seenBy: 'Rina', acknowledgedAt: null },
    ]);
    t.notMatch((await editor.get(LIST)).body, />New</);
    const done = await editor.post(`${here}/acknowledgment`, { version: fieldIn(page.body, 'version') });
    t.equal(done.location, `${here}?said=acknowledged`);
    t.match((await editor.get(here)).body, /Acknowledged by Rina/);
    t.notMatch((await editor.get(`${LIST}?list=acknowledge`)).body, here);
    for (const path of [PUBLIC, '/tokyo/', '/tokyo/feed.xml']) {
      t.notMatch((await test.read(path)).body, /speculate/, 'readers never see what is for missions');
    }
  },
);

t.test('a mission adds words, a picture, contacts and a pin, and readers have them', async (t) => {
  const test = await testService(t);
  const { db } = test.database;
  const { here } = await pushed(test);
  const site = await findSite(db, 'tokyo');
  if (!site) throw new Error('no tokyo');
  const contacts = [
    {
      kind: 'email' as const,
      purpose: 'press' as const,
      value: 'press@example.org',
      label: { en: 'Press office' },
      hours: null,
    },
  ];
  await saveContacts(db, actor, [{ site: 'tokyo', version: site.version, contacts }]);
  const { mediaDir } = test.config;
  const { id: media } = await storePicture(db, actor, {
    mediaDir,
    site: site.id,
    source: await photo(800, 500),
    alt: { en: 'Counter' },
  });
  const editor = await signedIn(test, 'content-editor', 'tokyo', 'Rina');

  const form = await editor.get(`${here}/in/en`);
  t.match(form.body, /An <strong>important<\/strong> text/, 'the official text stands beside the form');
  t.notMatch(form.body, /name="title"/, 'and is not to be translated into its own language');
  const base = { _base: fieldIn(form.body, '_base'), _for: fieldIn(form.body, '_for') };
  const preview = await editor.post(`${here}/in/en/preview`, {
    ...base,
    intro: 'For **us**.',
    note: `![](/media/${media})`,
  });
  t.match(preview.body, /For <strong>us<\/strong>\.[\s\S]*Official text of the ministry/);
  t.match(preview.body, `/desk/sites/tokyo/media/${media}/`, 'with pictures that readers cannot have yet');
  t.notMatch((await test.read(PUBLIC)).body, /For <strong>us/, 'a preview is not shown to readers');
  t.equal(
    (await editor.post(`${here}/in/en`, { ...base, intro: 'For **us**.', note: '' })).location,
    `${here}/in/en?said=words-shown`,
  );

  const wrong = await editor.post(`${here}/in/ja`, {
    ...base,
    _base: '0',
    intro: '',
    note: '',
    title: '',
    summary: '',
    body: '本文',
  });
  t.match(wrong, { status: 422, body: /本文/ }, 'nothing typed is lost');
  t.match(wrong.body, /Something needs mending/);
  await editor.post(`${here}/in/ja`, {
    ...base,
    _base: '0',
    intro: '',
    note: '',
    title: '注意',
    summary: '',
    body: '本文',
  });

  t.match(
    (await editor.get(`/desk/sites/tokyo/media?for=${encodeURIComponent(here)}&field=cover`)).body,
    `action="${here}/cover"`,
  );
  t.equal((await editor.post(`${here}/cover`, { media })).location, `${here}?said=picture-put`);
  await editor.post(`${here}/contact`, { contact: 'press' });
  t.match(await editor.post(`${here}/pin`, { pinnedUntil: '2020-01-01T08:00' }), {
    status: 422,
    body: /has passed/,
  });
  t.match(await editor.post(`${here}/pin`, { pinnedUntil: 'x' }), {
    status: 422,
    body: /not a date and time/,
  });
  t.equal((await editor.post(`${here}/pin`, { pinnedUntil: '2999-01-01T08:00' })).status, 303);

  const { body } = await test.read(PUBLIC);
  t.match(body, /From Embassy in Tokyo[\s\S]*For <strong>us<\/strong>/);
  t.match(body, /Press office[\s\S]*<a href="mailto:press@example\.org">/);
  t.match(body, `/media/${media}/`);
  t.match((await test.read('/tokyo/en/')).body, /Important now[\s\S]*Advisory for citizens/);
  t.match(
    (await editor.get(`/desk/sites/tokyo/media/${media}`)).body,
    new RegExp(`${here}[\\s\\S]*Beside a headline`),
  );
  const history = (await editor.get(`${here}/history`)).body;
  t.match(
    history,
    /Pinned until[\s\S]*Contacts below: Press[\s\S]*Picture chosen[\s\S]*<ins>本文<\/ins>[\s\S]*<ins>For \*\*us\*\*\.<\/ins>/,
  );
  t.match(history, /Rina/);
  t.equal((await editor.post(`${here}/unpin`)).status, 303);
  t.notMatch((await test.read('/tokyo/en/')).body, /Important now/);
});

t.test('optional ones are taken by editors, recommended ones hidden by the head of site alone', async (t) => {
  const test = await testService(t);
  const optional = await pushed(test, { obligation: 'optional' });
  const recommended = await pushed(test);
  const editor = await signedIn(test, 'content-editor', 'tokyo', 'Rina');
  const head = await signedIn(test, 'head-of-site', 'tokyo', 'Andi P');
  const status = async (n: number) => (await test.read(`/tokyo/en/advisory-for-citizens-h${n}`)).status;
  t.equal(await status(1), 404);
  t.match((await editor.get(optional.here)).body, /Take it for our site/);
  await editor.post(`${optional.here}/taken`, { answer: 'yes' });
  t.equal(await status(1), 200);
  t.notMatch((await editor.get(recommended.here)).body, /Hide it on our site/);
  t.equal((await editor.post(`${recommended.here}/hidden`, { answer: 'yes' })).status, 403);
  t.match((await head.get(recommended.here)).body, /Hide it on our site/);
  await head.post(`${recommended.here}/hidden`, { answer: 'yes' });
  t.equal(await status(2), 302);
  t.match((await head.get(`${LIST}?list=hidden`)).body, recommended.here);
  await head.post(`${recommended.here}/hidden`, { answer: 'no' });
  t.equal(await status(2), 200);
  const cairo = await signedIn(test, 'head-of-site', 'cairo', 'Siti');
  t.equal((await cairo.get(recommended.here)).status, 403, 'another mission’s desk is not theirs');
});

t.test('a headline whose moment is to come is not at a mission’s desk', async (t) => {
  const test = await testService(t);
  const { here } = await pushed(test, { publishAt: '2999-01-01T00:00:00Z' });
  const editor = await signedIn(test, 'content-editor', 'tokyo', 'Rina');
  t.notMatch((await editor.get(LIST)).body, here);
  t.equal((await editor.get(here)).status, 404);
});
