import { Command } from 'commander';
import type { PostLine, PostLines } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { tableOf } from '../output/table.ts';

interface Options {
  url?: string;
  site: string;
  state?: string;
  words?: string;
  page: string;
  json?: boolean;
}

/** `post list` */
export function postList(): Command {
  const command = new Command('list')
    .description('The posts of a site, drafts among them, the last changed first')
    .requiredOption('--site <slug>', 'the site')
    .option('--state <word>', 'draft, in-review, changes-asked, scheduled, live, withdrawn or binned')
    .option('--words <words>', 'to be found in titles')
    .option('--page <number>', 'which page of the list', '1')
    .option('--json', 'for programs');
  return withUrl(command).action(list);
}

async function list({ url, site, json, ...options }: Options): Promise<void> {
  const client = await openClient(url);
  const { state, words, page } = options;
  const query = new URLSearchParams({ page, ...(state && { state }), ...(words && { words }) });
  const found = await client.get<PostLines>(`/sites/${encodeURIComponent(site)}/posts?${query}`);
  console.log(json ? JSON.stringify(found, null, 2) : describe(found.posts));
  if (found.more && !json) console.log(`\nMore with --page ${Number(page) + 1}`);
}

function describe(posts: readonly PostLine[]): string {
  const head = ['id', 'state', 'kind', 'languages', 'changed', 'title'];
  const rows = posts.map(({ id, state, kind, texts, changedAt }) => [
    ...[id, state, kind, texts.map(({ locale }) => locale).join(','), changedAt],
    texts[0]?.title || '…',
  ]);
  return tableOf(head, rows);
}
