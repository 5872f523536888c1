import { Command } from 'commander';
import type { AudiencePreview, SavedHeadline } from '../api/answers.ts';
import { type Client, openClient, withUrl } from '../api/client.ts';
import { CliError } from '../cli-error.ts';
import { type Audience, readAudience } from '../headlines/audience-option.ts';
import { namingFiles, settingsOf, translationOf } from '../headlines/headline-body.ts';
import { type HeadlineOptions, readTexts, withHeadlineOptions } from '../headlines/headline-options.ts';
import { showProof } from '../headlines/show-proof.ts';
import { readSeconds } from '../headlines/watch-proof.ts';

type Options = HeadlineOptions & { dryRun?: boolean };

/** `headline push` */
export function headlinePush(): Command {
  const command = new Command('push')
    .description('Puts a headline on the missions it is for, and waits until it is proven there')
    .argument('[file...]', 'Markdown with title and lang in its front matter, one a language')
    .option('--dry-run', 'only show whom it would reach');
  return withUrl(withHeadlineOptions(command)).action(push);
}

async function push(files: string[], options: Options): Promise<void> {
  if (!options.to) throw new CliError('For whom is it? Give --to all, or --to with some of the missions.');
  const audience = readAudience(options.to, options.except);
  const wait = readSeconds(options.wait);
  const client = await openClient(options.url);
  if (options.dryRun && files.length === 0) return showAudience(client, audience);
  const texts = await readTexts(files, options);
  const body = { translations: texts.map(translationOf), audience, ...settingsOf(texts, options) };
  if (options.dryRun) return showAudience(client, audience);
  const saved = await client
    .write<SavedHeadline>('POST', '/headlines', { body })
    .catch((error) => Promise.reject(namingFiles(error, texts)));
  console.log(`Headline ${saved.id} is published for ${saved.audience.count} missions.\n${saved.url}\n`);
  await showProof(client, saved.id, wait);
}

async function showAudience(client: Client, audience: Audience): Promise<void> {
  const path = '/headlines/preview-audience';
  const { count, included, excluded } = await client.write<AudiencePreview>('POST', path, {
    body: { audience },
  });
  console.log(`It would reach ${count} missions: ${included.join(', ')}`);
  for (const [reason, some] of Map.groupBy(excluded, (mission) => mission.reason)) {
    console.log(`Not ${some.map((mission) => mission.site).join(', ')}: ${reason}`);
  }
}
