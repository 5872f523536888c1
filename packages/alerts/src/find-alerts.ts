import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { AlertContent, AlertKind, AlertNumbers } from './alert-content.ts';
import { type LockedAlert, stateNow } from './lock-alert.ts';
import { nameOf } from './name-of.ts';

/** A version as it was written, and how it was released. */
export interface AlertVersion {
  version: number;
  kind: 'alert' | 'update' | 'cancel';
  template: string;
  content: AlertContent;
  /** Slug of the site that wrote it; null for the ministry. */
  site: string | null;
  by: string;
  /** What a person is called; a program, and somebody who is no longer there, as in `by`. */
  byName: string;
  person: string | null;
  at: string;
  release: AlertRelease | null;
  /** How many sites it was proven on, and how long that took from the call; null where it was not (yet). */
  proof: { sites: number; ms: number } | null;
}

export interface AlertRelease {
  by: string;
  byName: string;
  at: string;
  /** Why one person alone released it; null where it was released by a second one. */
  reason: string | null;
  confirmedBy: string | null;
  confirmedName: string | null;
  confirmedAt: string | null;
  expiresAt: string;
  numbers: AlertNumbers;
}

/** An alert as desk and API see it. */
export interface Alert {
  id: string;
  number: number;
  kind: AlertKind;
  practice: boolean;
  state: LockedAlert['state'];
  version: number;
  /** What readers have, or had last. */
  standing: AlertVersion | null;
  /** What waits for its release. */
  draft: AlertVersion | null;
  /** Whether two people have released what stands. */
  confirmed: boolean;
  releasedAt: Date | null;
  updatedAt: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
  /** Slugs of the sites it stands on, by the sites there are now. */
  sites: string[];
}

/** One alert. */
export async function findAlert(db: Db, id: string): Promise<Alert | undefined> {
  return selectAlerts(db).where('alert.id', '=', id).executeTakeFirst();
}

/** One alert by its number. */
export async function findAlertByNumber(db: Db, number: number): Promise<Alert | undefined> {
  return selectAlerts(db).where('alert.number', '=', number).executeTakeFirst();
}

export interface AlertsWanted {
  /** Whether those for practice are wanted, which are never among the others. */
  practice?: boolean;
  /** Those alone that wait for a release or stand; or those alone that are over. */
  open?: boolean;
  limit?: number;
  offset?: number;
}

/** Alerts, newest first. */
export async function listAlerts(
  db: Db,
  { practice = false, open, limit = 50, offset = 0 }: AlertsWanted = {},
): Promise<Alert[]> {
  return selectAlerts(db)
    .where('alert.practice', '=', practice)
    .$if(open !== undefined, (query) => query.where(isOpen, '=', open === true))
    .orderBy('alert.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** Every version of an alert that was written, newest first. */
export async function findAlertVersions(db: Db, id: string): Promise<AlertVersion[]> {
  const { rows } = await sql<{ version: AlertVersion }>`
    select ${written} as version from alert_version v
    where v.alert = ${id} order by v.version desc`.execute(db);
  return rows.map(({ version }) => version);
}

/** The columns of an alert; conditions and order are added to it. */
export function selectAlerts(db: Db) {
  return db
    .selectFrom('alert')
    .select(['alert.id', 'alert.number', 'alert.practice', 'alert.version'])
    .select(['alert.released_at as releasedAt', 'alert.updated_at as updatedAt'])
    .select(['alert.expires_at as expiresAt', 'alert.created_at as createdAt'])
    .select([stateNow.as('state'), kindOf.as('kind'), confirmed.as('confirmed'), sites.as('sites')])
    .select([one(sql`alert.standing`).as('standing'), one(sql`alert.draft`).as('draft')]);
}

const isOpen = sql<boolean>`(${stateNow} in ('draft', 'standing'))`;

const kindOf = sql<AlertKind>`(
  select t.kind from alert_version v join alert_template t on t.code = v.template
  where v.alert = alert.id and v.version = coalesce(alert.standing, alert.version))`;

const confirmed = sql<boolean>`coalesce((
  select r.reason is null or r.confirmed_at is not null from alert_release r
  where r.alert = alert.id and r.version = alert.standing), false)`;

const sites = sql<string[]>`array(
  select s.slug from alert_site x join site s on s.id = x.site where x.alert = alert.id order by s.slug)`;

const released = sql`(
  select json_build_object('by', r.released_by, 'byName', ${nameOf('r.person', 'r.released_by')},
    'at', r.released_at, 'reason', r.reason, 'confirmedBy', r.confirmed_by,
    'confirmedName', ${nameOf('r.confirmed_person', 'r.confirmed_by')}, 'confirmedAt', r.confirmed_at, 'expiresAt', r.expires_at, 'numbers', r.numbers)
  from alert_release r where r.alert = v.alert and r.version = v.version)`;

const proven = sql`(
  select json_build_object('sites', p.sites, 'ms', p.proven_in_ms)
  from alert_proof p where p.alert = v.alert and p.version = v.version)`;

const written = sql<AlertVersion>`json_build_object(
  'version', v.version, 'kind', v.kind, 'template', v.template, 'content', v.content, 'by', v.created_by,
  'byName', ${nameOf('v.person', 'v.created_by')}, 'person', v.person, 'at', v.created_at, 'release', ${released}, 'proof', ${proven},
  'site', (select s.slug from site s where s.id = v.site))`;

const one = (version: ReturnType<typeof sql>) => sql<AlertVersion | null>`(
  select ${written} from alert_version v where v.alert = alert.id and v.version = ${version})`;
