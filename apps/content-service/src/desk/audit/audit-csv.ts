import type { AuditLine } from '@warta/audit';
import { isoInZone } from '@warta/languages';
import type { Site } from '@warta/sites';
import { forSite } from '../../log/for-site.ts';
import { csvHead, csvLines } from '../frame/csv.ts';

const COLUMNS = ['at', 'who', 'from', 'action', 'subject', 'site', 'before', 'after'];

interface Place {
  site: Site | null;
  /** Slugs by the ids of sites. */
  sites: ReadonlyMap<string, string>;
  zone: string;
}

/** The log as a list for spreadsheets, line by line: it is never in memory whole. */
export async function* auditCsv(lines: AsyncIterable<AuditLine>, { site, sites, zone }: Place) {
  yield csvHead(COLUMNS);
  for await (const line of lines) {
    const { at, actor, source, action, subject, before, after } = forSite(line, site);
    const where = line.site ? (sites.get(line.site) ?? line.site) : '';
    yield csvLines([[isoInZone(at, zone), actor, source, action, subject, where, json(before), json(after)]]);
  }
}

const json = (values: AuditLine['before']) => (values ? JSON.stringify(values) : '');
