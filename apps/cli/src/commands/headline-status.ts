import { Command } from 'commander';
import { openClient, withUrl } from '../api/client.ts';
import { withWait } from '../headlines/headline-options.ts';
import { showProof } from '../headlines/show-proof.ts';
import { readSeconds } from '../headlines/watch-proof.ts';

interface Options {
  url?: string;
  wait: string;
  json?: boolean;
}

/** `headline status` */
export function headlineStatus(): Command {
  const command = new Command('status')
    .description('Where a headline stands, as it was seen; ends with 1 when that is not proven')
    .argument('<id>', 'the headline')
    .option('--json', 'the whole ledger, for programs');
  return withUrl(withWait(command)).action(async (id: string, options: Options) => {
    const wait = readSeconds(options.wait);
    await showProof(await openClient(options.url), id, wait, options.json);
  });
}
