import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { readTextFile, type TextFile } from '../files/read-text-file.ts';
import { append } from '../options/option-values.ts';

/** The options that publishing and correcting a headline have in common. */
export interface HeadlineOptions {
  url?: string;
  title?: string;
  body?: string;
  locale: string;
  to?: string[];
  except?: string[];
  obligation?: string;
  pinnedUntil?: string | false;
  publishAt?: string;
  wait: string;
}

/** Adds these options to a command. */
export function withHeadlineOptions(command: Command): Command {
  return withWait(
    command
      .option('--title <words>', 'instead of a file: the title')
      .option('--body <markdown>', 'instead of a file: the text')
      .option('--locale <tag>', 'instead of a file: its language', 'id')
      .option(
        '--to <audience>',
        'all, or region:…, kind:…, country:…, locale:…, site:…; may be repeated',
        append,
      )
      .option('--except <sites>', 'missions it is not for', append)
      .option('--obligation <word>', 'mandatory, recommended or optional')
      .option('--pinned-until <moment>', 'stands first until then, such as 2027-01-31T18:00:00+07:00')
      .option('--publish-at <moment>', 'stands from then on'),
  );
}

/** Adds the option that says how long proof is waited for. */
export function withWait(command: Command): Command {
  return command.option('--wait <seconds>', 'how long to wait until it is proven', '30');
}

/**
 * The texts to publish: one file a language, or the words of the command line.
 * @throws {CliError} when there are both or neither.
 */
export async function readTexts(
  files: readonly string[],
  options: Pick<HeadlineOptions, 'title' | 'body' | 'locale'>,
): Promise<TextFile[]> {
  const { title, body, locale } = options;
  if (files.length > 0) {
    if (title !== undefined || body !== undefined) throw new CliError('Give files, or --title and --body.');
    return Promise.all(files.map(readTextFile));
  }
  if (title === undefined || body === undefined) {
    throw new CliError('What is to be said? Give a Markdown file for each language, or --title and --body.');
  }
  return [{ ...NOTHING_ELSE, file: 'command line', title, body, locale }];
}

const NOTHING_ELSE = {
  slug: undefined,
  summary: undefined,
  category: undefined,
  tags: undefined,
  publishAt: undefined,
};
