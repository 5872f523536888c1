import { Command } from 'commander';
import type { Site } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { readSiteChange } from '../sites/site-change.ts';

/** `site set` */
export function siteSet(): Command {
  const command = new Command('set')
    .description('Changes what is given of a site and leaves the rest')
    .argument('<slug>', 'the site')
    .argument('<change...>', 'such as theme=nusantara accent=#b3261e status=limited statusNote.id="…" host=')
    .addHelpText('after', KEYS);
  return withUrl(command).action(set);
}

const KEYS = `
Keys: name.LOCALE fullName.LOCALE city country accreditedTo region timezone locales latitude longitude host
theme accent status statusNote.LOCALE servedBy. Lists are separated by commas.`;

async function set(slug: string, pairs: string[], options: { url?: string }): Promise<void> {
  const client = await openClient(options.url);
  const path = `/sites/${encodeURIComponent(slug)}`;
  const site = await client.get<Site>(path);
  const body = readSiteChange(pairs, site);
  const changed = await client.write<Site>('PATCH', path, { body, version: site.version });
  console.log(`Site ${slug} is changed (version ${changed.version}).\n${changed.url}`);
}
