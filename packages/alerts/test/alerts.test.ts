import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { sql } from 'kysely';
import t from 'tap';
import {
  changeAlert,
  confirmAlert,
  discardDraft,
  draftAlert,
  draftCancellation,
  findAlert,
  findAlertVersions,
  findReleaseLink,
  findStandingAlerts,
  listAlerts,
  makeReleaseLink,
  releaseAlert,
} from '../src/index.ts';
import { clock, giveNumbers, network, person, quake } from './support.ts';

const receivedAt = new Date();

t.test('an alert written by one and released by another stands, is updated, and ends', async (t) => {
  const { db, kemlu, tokyo, osaka } = await network(t);
  await giveNumbers(db, [
    [tokyo, '+442079460001'],
    [kemlu, '+442079460002'],
  ]);
  const [ani, budi] = [person('ani'), person('budi')];
  const draft = await draftAlert(db, ani, quake());
  t.match(draft, { state: 'draft', version: 1, kind: 'hazard', sites: [], confirmed: false });
  t.same((await findStandingAlerts(db)).alerts, [], 'readers see nothing of a draft');

  const released = await releaseAlert(db, draft.id, 1, { actor: budi, receivedAt });
  t.match(released, { state: 'standing', confirmed: true, sites: ['osaka', 'tokyo'], draft: null });
  const { alerts, generation } = await findStandingAlerts(db);
  t.ok(generation > 0);
  t.match(alerts, [
    {
      ...{ number: draft.number, version: 1, kind: 'hazard', template: 'earthquake', severity: 'Severe' },
      ...{ countries: ['JP'], everywhere: false, confirmed: true, practice: false },
      numbersThere: [{ site: 'tokyo', value: '+442079460001', kind: 'phone' }],
      numbersHome: [{ site: 'kemlu', value: '+442079460002' }],
    },
  ]);
  const [alert] = alerts;
  t.same([...(alert?.sites ?? [])].sort(), [tokyo.id, osaka.id].sort());
  const indonesian = alert?.texts.find(({ locale }) => locale === 'id');
  t.equal(indonesian?.heading, 'Gempa bumi di Jepang', 'the template is filled with the place');
  t.match(indonesian?.body, /Gempa susulan dapat terjadi\.\n\nJauhi bangunan/, 'what to do follows');
  t.match(alert?.expiresAt, /^\d{4}-.*Z$/);

  const fukuoka = await openSite(db, clock, missionInput('fukuoka'));
  t.ok(
    (await findStandingAlerts(db)).alerts[0]?.sites.includes(fukuoka.id),
    'a mission that opens later too',
  );

  const texts = [{ locale: 'en', heading: 'Aftershocks', body: 'More is known.' }];
  const update = await changeAlert(db, ani, draft.id, 1, quake({ texts, severity: 'Extreme' }));
  t.match(update, { version: 2, standing: { version: 1 }, draft: { version: 2, kind: 'update' } });
  t.equal((await findStandingAlerts(db)).alerts[0]?.version, 1, 'an update waits for its release as well');
  await t.rejects(changeAlert(db, budi, draft.id, 1, quake()), { code: 'stale-version' });
  await releaseAlert(db, draft.id, 2, { actor: budi, receivedAt });
  t.match((await findStandingAlerts(db)).alerts, [
    { version: 2, severity: 'Extreme', texts: [{ locale: 'en', heading: 'Aftershocks' }] },
  ]);

  await draftCancellation(db, budi, draft.id, 2, {});
  await discardDraft(db, budi, draft.id, 3);
  t.equal((await findAlert(db, draft.id))?.state, 'standing', 'a dropped end leaves it standing');
  await t.rejects(releaseAlert(db, draft.id, 3, { actor: ani, receivedAt }), { code: 'conflict' });
  await draftCancellation(db, budi, draft.id, 3, {});
  await releaseAlert(db, draft.id, 4, { actor: ani, receivedAt });
  t.same((await findStandingAlerts(db)).alerts, []);
  await t.rejects(changeAlert(db, ani, draft.id, 4, quake()), { code: 'conflict', message: /cancelled/ });
  t.same(
    (await findAlertVersions(db, draft.id)).map(({ version, kind, by }) => [version, kind, by]),
    [
      [4, 'cancel', 'budi'],
      [3, 'cancel', 'budi'],
      [2, 'update', 'ani'],
      [1, 'alert', 'ani'],
    ],
    'every version is kept, with its author',
  );
  await t.rejects(sql`update alert_version set content = '{}'`.execute(db), /append-only/);
  const { rows } = await sql<{ action: string }>`
    select action from audit where subject = ${`alert:${draft.id}`} order by at, id`.execute(db);
  t.match(
    rows.map(({ action }) => action),
    ['alert.draft', 'alert.release-alert', 'alert.change', 'alert.release-update'],
  );
});

t.test('one alone releases with a reason, and it is unconfirmed until another person says so', async (t) => {
  const { db } = await network(t);
  const [ani, budi] = [person('ani'), person('budi')];
  const { id } = await draftAlert(db, ani, quake());
  await t.rejects(releaseAlert(db, id, 1, { actor: ani, receivedAt }), { errors: [{ field: 'reason' }] });
  await releaseAlert(db, id, 1, { actor: ani, receivedAt, reason: 'Nobody else is awake.' });
  t.match((await findStandingAlerts(db)).alerts, [{ confirmed: false }]);
  await t.rejects(confirmAlert(db, id, 1, { actor: ani }), { code: 'forbidden' });
  await t.rejects(confirmAlert(db, id, 1, { actor: clock }), { code: 'forbidden' }, 'a program is nobody');
  t.equal((await confirmAlert(db, id, 1, { actor: budi })).confirmed, true);
  t.match((await findStandingAlerts(db)).alerts, [{ confirmed: true }]);
  await t.rejects(confirmAlert(db, id, 1, { actor: budi }), { code: 'conflict' });

  const other = await draftAlert(db, ani, quake());
  await changeAlert(db, budi, other.id, 1, quake({ place: 'Kanto' }));
  await t.rejects(
    releaseAlert(db, other.id, 2, { actor: budi, receivedAt }),
    { code: 'invalid' },
    'who changed it last is no second person',
  );
  const program = await draftAlert(db, clock, quake());
  await t.rejects(
    releaseAlert(db, program.id, 1, { actor: budi, receivedAt }),
    { code: 'invalid' },
    'a program and a person are one person',
  );
});

t.test('a mission writes for the countries it serves, and its head releases what others wrote', async (t) => {
  const { db, tokyo, osaka, cairo } = await network(t);
  const [ani, budi, citra] = [person('ani'), person('budi'), person('citra')];
  const draft = (area: object, site = cairo) =>
    draftAlert(db, ani, quake({ area: area as { sites: string[] } }), { site });
  t.ok(await draft({ countries: ['SD'] }), 'accreditation counts');
  t.ok(await draft({ sites: ['cairo'] }));
  await t.rejects(draft({ countries: ['EG', 'JP'] }), { errors: [{ field: 'area.countries.1' }] });
  await t.rejects(draft({ sites: ['tokyo'] }), { code: 'invalid' });
  await t.rejects(draft({ everywhere: true }), { code: 'invalid' });

  const { id } = await draft({ countries: ['JP'] }, tokyo);
  await t.rejects(changeAlert(db, budi, id, 1, quake(), { site: cairo }), { code: 'invalid' });
  const own = quake({ area: { countries: ['EG'] } });
  await t.rejects(changeAlert(db, budi, id, 1, own, { site: cairo }), { code: 'not-found' });
  await t.rejects(
    releaseAlert(db, id, 1, { actor: ani, receivedAt, reason: 'Now!', site: tokyo }),
    { code: 'forbidden' },
    'no head of site releases alone',
  );
  await t.rejects(releaseAlert(db, id, 1, { actor: citra, receivedAt, site: cairo }), { code: 'forbidden' });
  const link = await makeReleaseLink(db, ani, id, 1);
  t.match(await findReleaseLink(db, link.secret), { alert: id, version: 1, isCurrent: true });
  t.equal(await findReleaseLink(db, 'x'.repeat(43)), undefined);
  await changeAlert(db, ani, id, 1, quake({ place: 'Kanto' }), { site: tokyo });
  t.match(await findReleaseLink(db, link.secret), { isCurrent: false }, 'it was made for other words');
  const late = { actor: budi, receivedAt, site: osaka, link: link.secret };
  await t.rejects(releaseAlert(db, id, 2, late), { code: 'conflict' });
  const { secret } = await makeReleaseLink(db, ani, id, 2);
  const released = await releaseAlert(db, id, 2, { ...late, link: secret });
  t.match(released, { state: 'standing', confirmed: true });
  t.equal(await findReleaseLink(db, secret), undefined, 'a link is used once');
  const kept = await sql`select from alert_link where hash = ${secret}`.execute(db);
  t.equal(kept.rows.length, 0, 'and never kept in the clear');
});

t.test('what may be wrong with an alert is said, and nothing is written', async (t) => {
  const { db } = await network(t);
  const draft = (set: object) => draftAlert(db, clock, { ...quake(), ...set });
  await t.rejects(draft({ template: 'meteor' }), { errors: [{ field: 'template' }] });
  await t.rejects(draft({ area: { countries: ['NO'] } }), { errors: [{ field: 'area.countries.0' }] });
  await t.rejects(draft({ area: { sites: ['latihan'] } }), { errors: [{ field: 'area.sites.0' }] });
  await t.rejects(draft({ place: undefined }), { errors: [{ field: 'place' }] });
  const past = await draft({ expiry: { at: '2020-01-01T00:00:00Z' } });
  await t.rejects(releaseAlert(db, past.id, 1, { actor: clock, receivedAt, reason: 'x' }), {
    errors: [{ field: 'expiry.at' }],
  });
  t.equal((await listAlerts(db)).length, 1);
  t.match(await discardDraft(db, clock, past.id, 1), { state: 'discarded' });
  await t.rejects(changeAlert(db, clock, past.id, 1, quake()), { code: 'conflict' });
});

t.test(
  'an alert for all stands at the ministry too; one for practice on the practice site alone',
  async (t) => {
    const { db, kemlu, tokyo, latihan } = await network(t);
    const alone = { actor: clock, receivedAt, reason: 'A test.' };
    const solemn = await draftAlert(db, clock, quake({ template: 'mourning', area: { everywhere: true } }));
    await releaseAlert(db, solemn.id, 1, alone);
    const [all] = (await findStandingAlerts(db)).alerts;
    t.match(all, { kind: 'solemn', everywhere: true, numbersThere: [], numbersHome: [] });
    t.ok(all?.sites.includes(kemlu.id) && all.sites.includes(tokyo.id));
    t.notOk(all?.sites.includes(latihan.id));

    const drill = await draftAlert(db, clock, { ...quake(), practice: true });
    t.match(await releaseAlert(db, drill.id, 1, alone), { practice: true, sites: ['latihan'] });
    const [practice] = (await findStandingAlerts(db)).alerts;
    t.match(practice, { practice: true, everywhere: false, sites: [latihan.id] });
    t.same(
      (await listAlerts(db)).map(({ id }) => id),
      [solemn.id],
      'nor is it listed with the real ones',
    );
    const [listed] = await listAlerts(db, { practice: true });
    t.equal(listed?.id, drill.id);
  },
);
