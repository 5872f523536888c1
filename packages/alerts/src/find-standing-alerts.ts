import type { Db } from '@warta/database';
import { sql } from 'kysely';
import {
  type AlertContent,
  type AlertKind,
  type AlertNumber,
  type AlertNumbers,
  type AlertText,
  type Weight,
  wholeText,
} from './alert-content.ts';

/** An alert that stands now: what a node keeps in memory and on disk. Plain JSON. */
export interface StandingAlert extends Weight {
  id: string;
  /** Its address is made of it, in base 32. */
  number: number;
  version: number;
  kind: AlertKind;
  template: string;
  texts: AlertText[];
  /** For every site, the ministry's too; else for those in `sites` alone. */
  everywhere: boolean;
  /** Ids of the sites it is for. */
  sites: string[];
  /** ISO 3166-1; empty where the area is everywhere or named by missions. */
  countries: string[];
  /** Of the missions in its area, and of the ministry for families at home. */
  numbersThere: AlertNumber[];
  numbersHome: AlertNumber[];
  /** ISO 8601 in UTC, of its first version. */
  releasedAt: string;
  updatedAt: string;
  expiresAt: string;
  /** Whether two people have released what stands. */
  confirmed: boolean;
  /** It stands on the practice site alone. */
  practice: boolean;
}

/**
 * The alerts that stand by the database's clock, newest first, with the generation read in the same snapshot. They
 * change with the tags `ALERTS` and, as sites open or change their countries, `directory`; and at each `expiresAt`.
 */
export async function findStandingAlerts(db: Db): Promise<{ alerts: StandingAlert[]; generation: number }> {
  const { rows } = await sql<{ generation: number; alerts: Row[] }>`
    select g.n as generation, coalesce((
      select json_agg(row_to_json(x) order by x.number desc) from (
        select a.id, a.number, a.standing as version, t.kind, v.template, v.content, r.numbers, a.everywhere,
          a.practice, a.released_at as "releasedAt", a.updated_at as "updatedAt", a.expires_at as "expiresAt",
          array(select s.site from alert_site s where s.alert = a.id order by s.site) as sites,
          r.reason is null or r.confirmed_at is not null as confirmed
        from alert a
        join alert_version v on v.alert = a.id and v.version = a.standing
        join alert_template t on t.code = v.template
        join alert_release r on r.alert = a.id and r.version = a.standing
        where a.state = 'standing' and a.expires_at > now()) x), '[]'::json) as alerts
    from generation g`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the table "generation" has lost its row');
  return { alerts: row.alerts.map(toStanding), generation: row.generation };
}

type Row = Omit<StandingAlert, 'texts' | 'countries' | 'numbersThere' | 'numbersHome' | keyof Weight> & {
  content: AlertContent;
  numbers: AlertNumbers;
};

function toStanding({ content, numbers, ...row }: Row): StandingAlert {
  const { area, severity, urgency, certainty } = content;
  return {
    ...row,
    ...{ severity, urgency, certainty },
    texts: content.texts.map(wholeText),
    countries: area.countries ?? [],
    numbersThere: numbers.there,
    numbersHome: numbers.home,
    releasedAt: inUtc(row.releasedAt),
    updatedAt: inUtc(row.updatedAt),
    expiresAt: inUtc(row.expiresAt),
  };
}

/** The database writes moments in JSON with its session's offset. */
export const inUtc = (moment: string) => new Date(moment).toISOString();
