import { Command } from 'commander';
import { openClient, withUrl } from '../api/client.ts';
import { append, readWords } from '../options/option-values.ts';

interface Options {
  url?: string;
  site: string;
  notice?: string[];
}

/** `post withdraw` */
export function postWithdraw(): Command {
  const command = new Command('withdraw')
    .description('Takes a post of one site from readers, in all its languages')
    .argument('<id>', 'the post')
    .requiredOption('--site <slug>', 'the site')
    .option('--notice <locale=words>', 'what readers are told in its place; may be repeated', append);
  return withUrl(command).action(async (id: string, { url, site, notice }: Options) => {
    const client = await openClient(url);
    const body = notice && { notice: readWords('--notice', notice) };
    const path = `/sites/${encodeURIComponent(site)}/posts/${encodeURIComponent(id)}/publication`;
    await client.write('DELETE', path, { ...(body && { body }) });
    console.log(`Post ${id} is withdrawn.`);
  });
}
