import { Command } from 'commander';
import type { SavedHeadline } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { CliError } from '../cli-error.ts';
import { withWait } from '../headlines/headline-options.ts';
import { showProof } from '../headlines/show-proof.ts';
import { readSeconds } from '../headlines/watch-proof.ts';
import { append, readWords } from '../options/option-values.ts';

interface Options {
  url?: string;
  reason: string;
  notice?: string[];
  wait: string;
}

/** `headline recall` */
export function headlineRecall(): Command {
  const command = new Command('recall')
    .description('Takes a headline off every site, and waits until it is proven gone')
    .argument('<id>', 'the headline')
    .requiredOption('--reason <words>', 'why; readers do not see it')
    .option('--notice <words>', 'what readers are told in its place, or by language: id=… en=…', append);
  return withUrl(withWait(command)).action(recall);
}

async function recall(id: string, options: Options): Promise<void> {
  const { reason } = options;
  const notice = options.notice && noticeOf(options.notice);
  const wait = readSeconds(options.wait);
  const client = await openClient(options.url);
  const body = { reason, ...(notice && { notice }) };
  const path = `/headlines/${encodeURIComponent(id)}/recall`;
  const saved = await client.write<SavedHeadline>('POST', path, { body });
  console.log(`Headline ${id} is recalled (version ${saved.version}).\n`);
  await showProof(client, id, wait);
}

function noticeOf(values: string[]): string | Record<string, string> {
  const [first = ''] = values;
  if (values.every((value) => /^[A-Za-z]{2,3}(-\w+)*=/.test(value))) return readWords('--notice', values);
  if (values.length === 1) return first;
  throw new CliError('--notice: give one sentence, or one for each language, such as id=… en=…');
}
