import { isoInZone } from '@warta/languages';
import { csvHead, csvLines } from '../frame/csv.ts';
import { JAKARTA } from '../frame/views.ts';
import type { BoardRow } from './board-rows.ts';

const COLUMNS = [
  'site',
  'mission',
  'country',
  'region',
  'state',
  'version',
  'seen_at',
  'seen_at_local',
  'error',
];

/** The missions of a board as a list for spreadsheets, with moments in Jakarta's zone and the mission's own. */
export function boardCsv(rows: readonly BoardRow[]): string {
  const lines = rows.map((row) => [
    ...[row.site, row.name, row.country, row.region, row.state, row.version],
    ...[JAKARTA, row.zone].map((zone) => row.provenAt && isoInZone(row.provenAt, zone)),
    row.error,
  ]);
  return csvHead(COLUMNS) + csvLines(lines);
}
