import type { AuditLine } from '@warta/audit';
import type { Site } from '@warta/sites';

/** A line as the people of a site may read it: of somebody's rights, only those there. */
export function forSite(line: AuditLine, site: Site | null): AuditLine {
  if (!site) return line;
  return { ...line, before: ownRights(line.before, site.id), after: ownRights(line.after, site.id) };
}

function ownRights(values: AuditLine['before'], site: string): AuditLine['before'] {
  const memberships = values?.memberships;
  if (!Array.isArray(memberships)) return values;
  return { ...values, memberships: memberships.filter((each: { site?: unknown }) => each.site === site) };
}
