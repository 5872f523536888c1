import { Command } from 'commander';
import type { Headline } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { tableOf } from '../output/table.ts';

interface Options {
  url?: string;
  limit: string;
  json?: boolean;
}

/** `headline list` */
export function headlineList(): Command {
  const command = new Command('list')
    .description('Headlines, newest first')
    .option('--limit <number>', 'how many at most, up to 200', '50')
    .option('--json', 'with their texts and versions, for programs');
  return withUrl(command).action(async (options: Options) => {
    const client = await openClient(options.url);
    const headlines = await client.get<Headline[]>(`/headlines?limit=${encodeURIComponent(options.limit)}`);
    console.log(options.json ? JSON.stringify(headlines, null, 2) : describe(headlines));
  });
}

function describe(headlines: readonly Headline[]): string {
  const head = ['id', 'state', 'version', 'audience', 'published', 'title'];
  const rows = headlines.map((headline) => [
    headline.id,
    headline.state,
    headline.version,
    audience(headline),
    headline.publishAt,
    (headline.translations.find(({ locale }) => locale === 'id') ?? headline.translations[0])?.title ?? null,
  ]);
  return tableOf(head, rows);
}

function audience({ audience }: Headline): string {
  return Object.entries(audience)
    .map(([list, values]) => (values === true ? list : `${list} ${values.join(',')}`))
    .join('; ');
}
