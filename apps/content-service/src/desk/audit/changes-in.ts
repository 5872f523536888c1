import { isDeepStrictEqual } from 'node:util';
import type { AuditLine } from '@warta/audit';
import type { Translate } from '@warta/languages';

/** One thing that changed, in words; `before` is empty where there was nothing or nothing is known. */
export interface Change {
  what: string;
  before: string;
  after: string;
}

/** Longer words are told by their length: the log is read at a glance, the export has all. */
const LONGEST = 120;
/** What changes with everything, and says nothing to people. */
const UNSAID = new Set(['version', 'id', 'hash']);

/** What changed, each thing that is not as it was before. */
export function changesIn(
  { before, after }: Pick<AuditLine, 'before' | 'after'>,
  t: Translate,
  sites: ReadonlyMap<string, string>,
): Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .filter((name) => !UNSAID.has(name) && !isDeepStrictEqual(before?.[name], after?.[name]))
    .map((name) => ({
      what: nameIn(t, name),
      before: words(before?.[name], t, sites),
      after: words(after?.[name], t, sites),
    }));
}

function nameIn(t: Translate, name: string): string {
  const own = t(`audit.field.${name}`);
  if (own !== `audit.field.${name}`) return own;
  const setting = t(`settings.field.${name}`);
  return setting === `settings.field.${name}` ? name : setting;
}

function words(value: unknown, t: Translate, sites: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (Array.isArray(value)) {
    const each = value.map((one) => words(one, t, sites)).join(', ');
    return each.length <= LONGEST ? each : t('audit.n-entries', { n: value.length });
  }
  const text = typeof value === 'object' ? objectWords(value, t, sites) : String(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function objectWords(value: object, t: Translate, sites: ReadonlyMap<string, string>): string {
  const { role, site } = value as { role?: unknown; site?: unknown };
  if (typeof role === 'string') {
    const where = typeof site === 'string' ? sites.get(site) : undefined;
    return where ? `${t(`role.${role}`)} (${where})` : t(`role.${role}`);
  }
  return Object.entries(value)
    .map(([name, each]) => [name, words(each, t, sites)])
    .filter(([, each]) => each !== '')
    .map(([name, each]) => `${name}: ${each}`)
    .join('; ');
}
