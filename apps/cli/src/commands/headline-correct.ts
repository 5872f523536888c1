import { Command } from 'commander';
import type { Headline, SavedHeadline } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { CliError } from '../cli-error.ts';
import { type Audience, readAudience } from '../headlines/audience-option.ts';
import { namingFiles, settingsOf, translationOf } from '../headlines/headline-body.ts';
import { type HeadlineOptions, readTexts, withHeadlineOptions } from '../headlines/headline-options.ts';
import { showProof } from '../headlines/show-proof.ts';
import { readSeconds } from '../headlines/watch-proof.ts';
import { append } from '../options/option-values.ts';

type Options = HeadlineOptions & { note?: string; drop?: string[] };

/** `headline correct` */
export function headlineCorrect(): Command {
  const command = new Command('correct')
    .description('Replaces a headline everywhere; what is not given stays as it is')
    .argument('<id>', 'the headline')
    .argument('[file...]', 'Markdown with title and lang in its front matter, one a language')
    .option('--note <words>', 'what changed, shown to readers')
    .option('--drop <locale>', 'takes a language away; may be repeated', append);
  const withPin = withHeadlineOptions(command).option('--no-pinned-until', 'it no longer stands first');
  return withUrl(withPin).action(correct);
}

async function correct(id: string, files: string[], options: Options): Promise<void> {
  const wait = readSeconds(options.wait);
  const client = await openClient(options.url);
  const texts = await readTexts(files, options);
  const path = `/headlines/${encodeURIComponent(id)}`;
  const current = await client.get<Headline>(path);
  const given = texts.map((text) => text.locale);
  const kept = current.translations.filter(
    ({ locale }) => !given.includes(locale) && !options.drop?.includes(locale),
  );
  const body = {
    translations: [...texts.map(translationOf), ...kept.map(translationOf)],
    audience: audienceOf(current, options),
    obligation: current.obligation,
    ...(current.pinnedUntil && options.pinnedUntil !== false && { pinnedUntil: current.pinnedUntil }),
    ...settingsOf(texts, options),
    ...(options.note && { note: options.note }),
  };
  const saved = await client
    .write<SavedHeadline>('PUT', path, { body, version: current.version })
    .catch((error) => Promise.reject(namingFiles(error, texts)));
  const others = kept.length > 0 ? ` As it was: ${kept.map((text) => text.locale).join(', ')}.` : '';
  console.log(`Headline ${id} has version ${saved.version}, for ${saved.audience.count} missions.${others}`);
  console.log(`${saved.url}\n`);
  const shown = await showProof(client, id, wait);
  if (shown.version < saved.version) {
    console.log(
      `Version ${saved.version} follows at its moment; until then version ${shown.version} stands.`,
    );
  }
}

function audienceOf(current: Headline, { to, except }: Options): Audience {
  if (to) return readAudience(to, except);
  if (except) throw new CliError('--except goes with --to: say the whole audience.');
  return current.audience;
}
