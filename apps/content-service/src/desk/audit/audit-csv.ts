import type { AuditLine } from '@warta/audit';
import { isoInZone } from '@warta/languages';
import type { Site } from '@warta/sites';
import { stringify } from 'csv-stringify/sync';
import { forSite } from './for-site.ts';

const COLUMNS = ['at', 'who', 'from', 'action', 'subject', 'site', 'before', 'after'];
/** A spreadsheet takes what begins like this for a formula and carries it out; behind an apostrophe it is text. */
const SAFE = { escape_formulas: true, record_delimiter: 'windows' } as const;
/** Tells spreadsheets that it is UTF-8. */
const BOM = '\ufeff';

interface Place {
  site: Site | null;
  /** Slugs by the ids of sites. */
  sites: ReadonlyMap<string, string>;
  zone: string;
}

/** The log as a list for spreadsheets, line by line: it is never in memory whole. */
export async function* auditCsv(lines: AsyncIterable<AuditLine>, { site, sites, zone }: Place) {
  yield BOM + stringify([COLUMNS], SAFE);
  for await (const line of lines) {
    const { at, actor, source, action, subject, before, after } = forSite(line, site);
    const where = line.site ? (sites.get(line.site) ?? line.site) : '';
    yield stringify(
      [[isoInZone(at, zone), actor, source, action, subject, where, json(before), json(after)]],
      SAFE,
    );
  }
}

const json = (values: AuditLine['before']) => (values ? JSON.stringify(values) : '');
