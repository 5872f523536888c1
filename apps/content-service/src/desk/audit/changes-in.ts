import { isDeepStrictEqual } from 'node:util';
import type { AuditLine } from '@warta/audit';
import type { Translate } from '@warta/languages';

/** One thing that changed, in words; `before` is empty where there was nothing or nothing is known. */
export interface Change {
  what: string;
  before: string;
  after: string;
}

/** Longer words are cut: the log is read at a glance, the export has all. */
const LONGEST = 200;
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** What changes with everything, and says nothing to people. */
const UNSAID = new Set(['version', 'id', 'hash']);

/** What words are made with. */
export interface Tongue {
  t: Translate;
  /** Slugs by the ids of sites. */
  sites: ReadonlyMap<string, string>;
  /** A moment in the zone of the log. */
  time: (date: Date) => string;
}

/** What changed, each thing that is not as it was before; of a list, what was taken out and what came in. */
export function changesIn({ before, after }: Pick<AuditLine, 'before' | 'after'>, tongue: Tongue): Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .filter((name) => !UNSAID.has(name) && !isDeepStrictEqual(before?.[name], after?.[name]))
    .map((name) => {
      const [was, is] = [before?.[name], after?.[name]];
      const what = nameIn(tongue.t, name);
      return { what, before: words(without(was, is), tongue), after: words(without(is, was), tongue) };
    })
    .filter((change) => change.before !== '' || change.after !== '');
}

function without(some: unknown, others: unknown): unknown {
  if (!Array.isArray(some) || !Array.isArray(others)) return some;
  const left = some.filter((one) => !others.some((other) => isDeepStrictEqual(one, other)));
  const isSameInAnotherOrder = left.length === 0 && some.length === others.length;
  return isSameInAnotherOrder ? some : left;
}

function nameIn(t: Translate, name: string): string {
  const own = t(`audit.field.${name}`);
  if (own !== `audit.field.${name}`) return own;
  const setting = t(`settings.field.${name}`);
  return setting === `settings.field.${name}` ? name : setting;
}

function words(value: unknown, tongue: Tongue): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return tongue.t(value ? 'audit.yes' : 'audit.no');
  const text = Array.isArray(value)
    ? value.map((one) => words(one, tongue)).join(', ')
    : typeof value === 'object'
      ? objectWords(value, tongue)
      : plainWords(String(value), tongue);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function plainWords(text: string, { time }: Tongue): string {
  return MOMENT.test(text) ? time(new Date(text)) : text;
}

function objectWords(value: object, tongue: Tongue): string {
  const { role, site } = value as { role?: unknown; site?: unknown };
  if (typeof role === 'string') {
    const where = typeof site === 'string' ? tongue.sites.get(site) : undefined;
    const named = tongue.t(`role.${role}`);
    return where ? `${named} (${where})` : named;
  }
  const { purpose, value: reached, address, url } = value as Record<string, unknown>;
  if (typeof purpose === 'string')
    return `${tongue.t(`purpose.${purpose}`)}: ${words(reached ?? address, tongue)}`;
  if (typeof url === 'string') return url;
  return Object.entries(value)
    .map(([name, each]) => [name, words(each, tongue)])
    .filter(([, each]) => each !== '')
    .map(([name, each]) => `${name}: ${each}`)
    .join('; ');
}
