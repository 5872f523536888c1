import type { Deliveries, Delivery, Site } from '../api/answers.ts';
import { seconds } from '../output/seconds.ts';
import { tableOf } from '../output/table.ts';

const MOST_SITES = 12;
const MOST_WRONG = 40;
const NOT_PROVEN = ['pending', 'failed'];

/** Where a headline stands, in words and a table; `regions` are those of the sites, by slug. */
export function describeProof(deliveries: Deliveries, regions: ReadonlyMap<string, string>): string {
  const { items } = deliveries;
  const wrong = items.filter((item) => NOT_PROVEN.includes(item.state));
  const table =
    items.length <= MOST_SITES ? bySite(items) : [byRegion(items, regions), notProven(wrong)].join('');
  return `${table}\n\n${sentence(deliveries, wrong.length)}`;
}

/** The regions of sites, by slug. */
export function regionsOf(sites: readonly Site[]): Map<string, string> {
  return new Map(sites.map((site) => [site.slug, site.region ?? 'no region']));
}

function sentence(deliveries: Deliveries, wrong: number): string {
  const { state, live, total, provenInMs, version } = deliveries;
  if (state === 'scheduled')
    return `Scheduled for ${total} missions; there is nothing to prove before its moment.`;
  const what = `${live} of ${total} ${state}`;
  if (provenInMs !== null) return `${what}, proven in ${seconds(provenInMs)} (version ${version})`;
  return `${what}, ${wrong} not proven${cacheToGo(deliveries)} (version ${version})`;
}

function cacheToGo({ outsideCache }: Deliveries): string {
  if (!outsideCache || outsideCache.state === 'purged') return '';
  return `, the cache outside not purged${outsideCache.error ? `: ${outsideCache.error}` : ''}`;
}

function bySite(items: readonly Delivery[]): string {
  return tableOf(
    ['site', 'state', 'version', 'proven at', 'what was wrong'],
    items.map((item) => [item.site, item.state, item.version, item.provenAt, item.error ?? '']),
  );
}

function byRegion(items: readonly Delivery[], regions: ReadonlyMap<string, string>): string {
  const states = [...new Set(items.map((item) => item.state))].sort();
  const groups = Map.groupBy(items, (item) => regions.get(item.site) ?? 'no region');
  const row = (name: string, some: readonly Delivery[]) => [
    name,
    ...states.map((state) => some.filter((item) => item.state === state).length),
  ];
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([region, some]) => row(region, some));
  return tableOf(['region', ...states], [...rows, row('all', items)]);
}

function notProven(items: readonly Delivery[]): string {
  if (items.length === 0) return '';
  const more = items.length - MOST_WRONG;
  return `\n\nNot proven:\n${bySite(items.slice(0, MOST_WRONG))}${more > 0 ? `\nand ${more} more` : ''}`;
}
