import { Command } from 'commander';
import type { Site } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { tableOf } from '../output/table.ts';

/** `site list` */
export function siteList(): Command {
  const command = new Command('list').description('All sites').option('--json', 'everything, for programs');
  return withUrl(command).action(async (options: { url?: string; json?: boolean }) => {
    const client = await openClient(options.url);
    const sites = await client.get<Site[]>('/sites');
    console.log(options.json ? JSON.stringify(sites, null, 2) : describe(sites));
  });
}

function describe(sites: readonly Site[]): string {
  const head = ['slug', 'kind', 'name', 'country', 'region', 'languages', 'status', 'theme'];
  return tableOf(
    head,
    sites.map(({ slug, kind, name, country, region, locales, status, theme }) => [
      ...[slug, kind, name.id ?? Object.values(name)[0] ?? null, country, region],
      ...[locales.join(','), status, theme],
    ]),
  );
}
