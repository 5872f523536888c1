import { isoInZone } from '@warta/languages';
import { JAKARTA } from '../../jakarta.ts';
import { csvHead, csvLines } from '../frame/csv.ts';
import type { BoardRow } from './board-rows.ts';

const COLUMNS = [
  ...['site', 'mission', 'country', 'region', 'state', 'version', 'seen_at', 'seen_at_local', 'error'],
  ...['opened_at', 'opened_by', 'acknowledge_by', 'acknowledged_at', 'acknowledged_by'],
];

/** The missions of a board as a list for spreadsheets, with moments in Jakarta's zone and the mission's own. */
export function boardCsv(rows: readonly BoardRow[]): string {
  const lines = rows.map((row) => [
    ...[row.site, row.name, row.country, row.region, row.state, row.version],
    ...[JAKARTA, row.zone].map((zone) => row.provenAt && isoInZone(row.provenAt, zone)),
    row.error,
    ...[moment(row.reception?.seenAt), row.reception?.seenBy ?? null, moment(row.reception?.dueAt)],
    ...[moment(row.reception?.acknowledgedAt), row.reception?.acknowledgedBy ?? null],
  ]);
  return csvHead(COLUMNS) + csvLines(lines);
}

const moment = (at: Date | null | undefined) => (at ? isoInZone(at, JAKARTA) : null);
