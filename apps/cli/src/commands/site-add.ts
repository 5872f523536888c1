import { Command } from 'commander';
import type { Site } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { append, collect, readWords } from '../options/option-values.ts';

interface Options {
  url?: string;
  kind: string;
  name: string[];
  fullName?: string[];
  city: string;
  country: string;
  accreditedTo?: string[];
  region?: string;
  timezone: string;
  locales: string[];
  latitude?: string;
  longitude?: string;
  host?: string;
  theme?: string;
  accent?: string;
}

/** `site add` */
export function siteAdd(): Command {
  const command = new Command('add')
    .description('Opens a site; the headlines that stand for it show there at once')
    .argument('<slug>', 'its name in addresses, four letters or more')
    .requiredOption('--kind <kind>', 'embassy, consulate-general, consulate, permanent-mission, trade-office')
    .requiredOption('--name <locale=words>', 'its name, such as id="KBRI Tokyo"; may be repeated', append)
    .requiredOption('--city <name>', 'where it stands')
    .requiredOption('--country <code>', 'two letters (ISO 3166-1)')
    .requiredOption('--timezone <zone>', 'such as Asia/Tokyo')
    .requiredOption('--locales <tags>', 'the languages it writes in, the first one first: id,en,ja', collect)
    .option('--full-name <locale=words>', 'its name in full; may be repeated', append)
    .option('--accredited-to <codes>', 'further countries it serves', collect)
    .option('--region <region>', 'such as southeast-asia or europe')
    .option('--latitude <degrees>')
    .option('--longitude <degrees>')
    .option('--host <name>', 'a host of its own')
    .option('--theme <name>')
    .option('--accent <colour>', 'such as #b3261e');
  return withUrl(command).action(add);
}

async function add(slug: string, options: Options): Promise<void> {
  const { url, name, fullName, latitude, longitude, ...rest } = options;
  const client = await openClient(url);
  const body = {
    slug,
    ...rest,
    name: readWords('--name', name),
    ...(fullName && { fullName: readWords('--full-name', fullName) }),
    ...(latitude && { latitude: Number(latitude) }),
    ...(longitude && { longitude: Number(longitude) }),
  };
  const site = await client.write<Site>('POST', '/sites', { body });
  console.log(`Site ${site.slug} is open.\n${site.url}`);
}
