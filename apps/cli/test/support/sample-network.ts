import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createToken } from '@warta/accounts';
import { alertInput, draftAlert, ensureTemplates, makeReleaseLink, releaseAlert } from '@warta/alerts';
import { type Database, newId } from '@warta/database';
import { holdPosts, learnWords, postInput, publishPost } from '@warta/posts';
import { type Site, siteInput } from '@warta/sites';
import {
  beginHeadline,
  changeGroup,
  headlineInput,
  openSite,
  overlayInput,
  publishHeadline,
  recallHeadline,
  saveOverlay,
} from '@warta/sync';
import { sql } from 'kysely';
import { fillDesk } from './sample-desk.ts';

const actor = { name: 'test', source: 'test' };
const HARD = 'Quote " backslash \\ tab\t line\u2028 separator, emoji 🕌, عربى, {"a": null}';

const OVERLAY = { intro: HARD, translation: { title: HARD, body: HARD } };

/** The ministry and two missions. */
export async function openSites({ db }: Database): Promise<Site[]> {
  const sites: Site[] = [];
  for (const [slug, kind] of [
    ['kemlu', 'ministry'],
    ['tokyo', 'embassy'],
    ['osaka', 'consulate-general'],
  ]) {
    const place = { city: HARD, country: 'JP', timezone: 'Asia/Tokyo', latitude: 35.689487, longitude: 0.1 };
    const names = { name: { id: HARD }, region: 'asia-pacific', locales: ['id', 'en'] };
    sites.push(await openSite(db, actor, siteInput.parse({ slug, kind, ...names, ...place })));
  }
  return sites;
}

/** Something in every table, of the kinds that are hard to copy. */
export async function fillSample(database: Database): Promise<void> {
  const { db } = database;
  const [ministry, tokyo] = await openSites(database);
  if (!ministry || !tokyo) throw new Error('the sites were not opened');
  const text = { locale: 'id', title: HARD, body: `${HARD}\n\n**tebal**` };
  await publishPost(
    db,
    actor,
    tokyo,
    postInput.parse({ ...text, tags: ['a,b', 'c"d', '{e}'], slug: 'kabar' }),
  );
  await learnWords(db, 10);
  const input = headlineInput.parse({ translations: [text], audience: { all: true } });
  const save = { actor, receivedAt: new Date() };
  await sql`insert into node (name) values ('here')`.execute(db);
  const first = await publishHeadline(db, ministry, input, save);
  const second = await publishHeadline(db, ministry, input, save);
  await recallHeadline(db, second.id, { reason: 'test', notice: { id: HARD } }, save);
  await db.transaction().execute((trx) => createToken(trx, actor, { name: 'a', role: 'operator' }));
  await sql`
    insert into idempotency_key (actor, method, path, key, body_hash, status, response, headers)
    values ('a', 'POST', '/', 'json null', '', 204, 'null', null), ('a', 'POST', '/', 'none', '', null, null, '{}')
  `.execute(db);
  await sql`
    with m as (insert into media (id, site, width, height, widths, digest)
      values (${newId()}, ${tokyo.id}, 1600, 900, '{480,960}', 'x') returning id, site)
    insert into media_use (media, owner) select id, 'site:' || site from m`.execute(db);
  await saveOverlay(
    db,
    actor,
    tokyo,
    first.id,
    overlayInput.parse({ texts: [{ locale: 'en', ...OVERLAY }] }),
  );
  await sql`
    insert into headline (post, origin, audience, obligation, state, version, latest, publish_at, sort_at)
    select post, origin, audience, obligation, state, 1, 1, now(), now() from headline limit 1
    on conflict (post) do nothing`.execute(db); // a number is given out and used by none
  await sql`insert into headline_proof (headline, version, sites, nodes, first_at, proven_at, took_ms)
    values (${second.id}, 1, 1, 1, now(), now(), 417)`.execute(db);
  await sql`insert into reconciliation (id, node, looked, took_ms, found)
    values (${newId()}, 'here', 2, 3, ${JSON.stringify([{ what: HARD }])})`.execute(db);
  await sql`
    insert into pin_rest (headline, holder, was, version)
    select post, post, now(), 1 from headline limit 1`.execute(db);
  await sql`
    insert into overlay_pin_rest (site, headline, holder, was, version)
    select site, headline, headline, now(), 1 from overlay limit 1`.execute(db);
  await sql`insert into cache_purge (purged, marked, repeated, failures, error, next_try_at)
    values (3, 2, 1, 1, ${HARD}, now())`.execute(db);
  await sql`insert into headline_purge (headline, version, purged_at, took_ms)
    values (${second.id}, 1, now(), 417)`.execute(db);
  await sql`insert into change_reader (name, n) values (${HARD}, 1)`.execute(db);
  await fillAlerts(database, tokyo);
  await fillDesk(database, tokyo);
  await fillSending(database, ministry, tokyo);
}

/** A group, a headline that comes in waves and is to be acknowledged, and one that is being written. */
async function fillSending({ db }: Database, ministry: Site, tokyo: Site): Promise<void> {
  await changeGroup(db, actor, 'summit', { name: { id: HARD }, sites: ['tokyo'] }, null);
  const input = headlineInput.parse({
    translations: [{ locale: 'id', title: HARD, body: HARD }],
    audience: { groups: ['summit'] },
    ...{ waveAt: '2999-03-28T02:30', standsUntil: '3000-01-01T00:00:00+07:00', credit: tokyo.slug },
    ...{ acknowledgeWithin: 4, internalNote: HARD },
  });
  await publishHeadline(db, ministry, input, { actor, receivedAt: new Date() });
  await db.transaction().execute((trx) => beginHeadline(trx, actor, ministry, { credit: HARD }));
}

/** An alert that stands, the link that somebody made for its release, and a post that waits for its end. */
async function fillAlerts({ db }: Database, tokyo: Site): Promise<void> {
  await ensureTemplates(db, actor);
  const input = alertInput.parse({
    template: 'flood',
    area: { countries: ['JP'] },
    place: HARD.slice(0, 30),
  });
  const { id } = await draftAlert(db, actor, { ...input, practice: false });
  await makeReleaseLink(db, actor, id, 1);
  await releaseAlert(db, id, 1, { actor, receivedAt: new Date(), reason: HARD });
  await sql`insert into alert_proof (alert, version, sites, proven_in_ms) values (${id}, 1, 2, 417.25)`.execute(
    db,
  );
  await publishPost(
    db,
    actor,
    tokyo,
    postInput.parse({ locale: 'id', title: 'Nanti', body: 'x', publishAt: '2998-01-01T00:00:00Z' }),
  );
  const hold = { holder: id, sites: [tokyo.slug], until: new Date('2999-01-01T00:00:00Z') };
  await db.transaction().execute((trx) => holdPosts(trx, hold));
}

/** Files as the service leaves them: pictures, and one that was being written. */
export async function writeMedia(mediaDir: string): Promise<void> {
  const files = {
    'ab/1/480.webp': 'taken by a camera',
    'ab/1/480.jpg': '',
    '.drafts/2/480.webp': 'half',
    '.uploads/3': 'ha',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(mediaDir, path)), { recursive: true });
    await writeFile(join(mediaDir, path), content);
  }
}
