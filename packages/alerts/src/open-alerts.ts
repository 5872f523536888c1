import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { AlertContent, AlertKind, AlertNumbers } from './alert-content.ts';
import { inUtc } from './find-standing-alerts.ts';

/** What other programs are told of an alert: all that was released of it. Plain JSON. */
export interface OpenAlert {
  id: string;
  number: number;
  kind: AlertKind;
  practice: boolean;
  /** Whether it stood until somebody ended it. */
  cancelled: boolean;
  /** Slugs of the sites it stands on, by the sites there are now. */
  sites: string[];
  /** Newest first: what readers have, or had last, and what they had before. */
  versions: ReleasedVersion[];
  /** ISO 8601 in UTC, of its first version. */
  releasedAt: string;
  updatedAt: string;
  expiresAt: string;
}

export interface ReleasedVersion {
  version: number;
  kind: 'alert' | 'update' | 'cancel';
  template: string;
  content: AlertContent;
  /** When it was released, and until when it was to stand; ISO 8601. */
  at: string;
  expiresAt: string;
  numbers: AlertNumbers;
}

/**
 * What the public has to know of alerts, newest first: those that stand, and the ends of those that would stand still.
 * None of drills. They change with the tags of `findStandingAlerts`; and at each `expiresAt`.
 */
export async function listOpenAlerts(db: Db): Promise<OpenAlert[]> {
  return read(db, sql`not a.practice and a.state in ('standing', 'cancelled') and a.expires_at > now()`);
}

/** One alert by its number, whether or not it is over; undefined where nothing of it was released. */
export async function findReleasedAlert(db: Db, number: number): Promise<OpenAlert | undefined> {
  const [alert] = await read(db, sql`a.number = ${number} and a.standing is not null`);
  return alert;
}

async function read(db: Db, condition: ReturnType<typeof sql>): Promise<OpenAlert[]> {
  const { rows } = await sql<{ alert: OpenAlert }>`
    select row_to_json(x) as alert from (
      select a.id, a.number, t.kind, a.practice, a.state = 'cancelled' as cancelled,
        array(select s.slug from alert_site y join site s on s.id = y.site where y.alert = a.id order by s.slug) as sites,
        (select json_agg(json_build_object('version', v.version, 'kind', v.kind, 'template', v.template,
            'content', v.content, 'at', r.released_at, 'expiresAt', r.expires_at, 'numbers', r.numbers)
            order by v.version desc)
          from alert_version v join alert_release r on r.alert = v.alert and r.version = v.version
          where v.alert = a.id) as versions,
        a.released_at as "releasedAt", a.updated_at as "updatedAt", a.expires_at as "expiresAt"
      from alert a
      join alert_version l on l.alert = a.id and l.version = a.standing
      join alert_template t on t.code = l.template
      where ${condition}) x
    order by x.number desc`.execute(db);
  return rows.map(({ alert }) => ({
    ...alert,
    releasedAt: inUtc(alert.releasedAt),
    updatedAt: inUtc(alert.updatedAt),
    expiresAt: inUtc(alert.expiresAt),
  }));
}
