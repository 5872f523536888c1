import { Command } from 'commander';
import { alertPath, findAlert } from '../alerts/alert-at.ts';
import type { Alert, AlertVersion } from '../api/answers.ts';
import { type Client, openClient, withUrl } from '../api/client.ts';
import { CliError } from '../cli-error.ts';
import { readAudience } from '../headlines/audience-option.ts';
import { readTexts } from '../headlines/headline-options.ts';
import { append } from '../options/option-values.ts';

interface Options {
  url?: string;
  template?: string;
  to?: string[];
  place?: string;
  title?: string;
  body?: string;
  locale: string;
  hours?: string;
  update?: string;
  practice?: boolean;
}

/** `alert draft` */
export function alertDraft(): Command {
  const command = new Command('draft')
    .description('Writes an alert, or an update of one, that a second person releases')
    .argument(
      '[file...]',
      'instead of the words of the template: Markdown with title and lang, one a language',
    )
    .option('--template <code>', 'what has happened, such as earthquake')
    .option('--to <area>', 'country:…, site:… or all; may be repeated', append)
    .option('--place <name>', 'what the template says it of')
    .option('--title <words>', 'instead of a file: the heading')
    .option('--body <words>', 'instead of a file: the text')
    .option('--locale <tag>', 'instead of a file: its language', 'id')
    .option('--hours <number>', 'how long it stands (else as the template says)')
    .option('--update <id>', 'it is an update of this alert; what is not given stays as it is')
    .option('--practice', 'for a drill: it can stand on the practice site alone');
  return withUrl(command).action(draft);
}

async function draft(files: string[], options: Options): Promise<void> {
  const client = await openClient(options.url);
  const given = await bodyOf(files, options);
  const alert = options.update
    ? await update(client, options.update, given)
    : await begin(client, given, options);
  console.log(`Alert ${alert.id} waits for its release (version ${alert.version}). Nobody sees it yet.`);
  console.log(`A second person releases it: alert release ${alert.id}`);
}

function begin(client: Client, given: object, { template, to, practice }: Options): Promise<Alert> {
  if (!template || !to) throw new CliError('What has happened, and where? Give --template and --to.');
  return client.write<Alert>('POST', '/alerts', { body: { ...given, ...(practice && { practice }) } });
}

async function update(client: Client, id: string, given: object): Promise<Alert> {
  const { version, standing, draft } = await findAlert(client, id);
  const before = draft ?? standing;
  const body = { ...(before && saidBy(before)), ...given };
  return client.write<Alert>('PUT', alertPath(id), { body, version });
}

function saidBy({ template, content }: AlertVersion): object {
  const { area, texts, expiry, severity, urgency, certainty } = content;
  return { template, area, texts, expiry, severity, urgency, certainty };
}

async function bodyOf(files: string[], { template, to, place, hours, ...words }: Options): Promise<object> {
  const isWritten = files.length > 0 || words.title !== undefined || words.body !== undefined;
  const texts = isWritten ? await readTexts(files, words) : undefined;
  return {
    ...(template && { template }),
    ...(to && { area: areaOf(to) }),
    ...(place && { place }),
    ...(hours && { expiry: { hours: Number(hours) } }),
    ...(texts && { texts: texts.map(({ locale, title, body }) => ({ locale, heading: title, body })) }),
  };
}

function areaOf(to: readonly string[]): object {
  const { all, ...lists } = readAudience(to);
  return { ...(all && { everywhere: true }), ...lists };
}
