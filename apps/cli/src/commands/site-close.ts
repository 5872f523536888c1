import { Command } from 'commander';
import type { Site } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { append, collect, readWords } from '../options/option-values.ts';

interface Options {
  url?: string;
  servedBy?: string[];
  note?: string[];
}

/** `site close` */
export function siteClose(): Command {
  const command = new Command('close')
    .description('Says on a site that the mission is closed, and who serves instead')
    .argument('<slug>', 'the site')
    .option('--served-by <slugs>', 'the missions that serve instead', collect)
    .option('--note <locale=words>', 'what readers are told; may be repeated', append);
  return withUrl(command).action(async (slug: string, { url, servedBy, note }: Options) => {
    const client = await openClient(url);
    const body = {
      status: 'closed',
      ...(servedBy && { servedBy }),
      ...(note && { statusNote: readWords('--note', note) }),
    };
    const site = await client.write<Site>('PATCH', `/sites/${encodeURIComponent(slug)}`, { body });
    console.log(`Site ${site.slug} is closed.\n${site.url}`);
  });
}
