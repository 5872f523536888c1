import { Command } from 'commander';
import type { Site } from '../api/answers.ts';
import { type Client, openClient, withUrl } from '../api/client.ts';
import { ProblemError } from '../api/errors.ts';
import { CliError } from '../cli-error.ts';
import { readUtf8 } from '../files/read-text-file.ts';
import { startProgress } from '../output/progress.ts';
import { type MissionRow, readMissionRows } from '../sites/mission-rows.ts';

/** `site import` */
export function siteImport(): Command {
  const command = new Command('import')
    .description('Opens a site for each mission of a list; those that are open already are passed over')
    .argument('<file>', 'a list with the columns of packages/sites/data/missions.csv');
  return withUrl(command).action(async (file: string, options: { url?: string }) => {
    const rows = await readMissionRows(file, await readUtf8(file));
    await importSites(await openClient(options.url), rows);
  });
}

async function importSites(client: Client, rows: readonly MissionRow[]): Promise<void> {
  const there = new Set((await client.get<Site[]>('/sites')).map((site) => site.slug));
  const skipped: string[] = [];
  const refused: string[] = [];
  const progress = startProgress('Sites', rows.length);
  try {
    for (const [index, row] of rows.entries()) {
      if (there.has(row.slug)) skipped.push(row.slug);
      else await openSite(client, row).catch((error) => refused.push(refusal(row, error)));
      progress.set(index + 1);
    }
  } finally {
    progress.stop();
  }
  if (skipped.length > 0) console.log(`${skipped.length} are there already: ${skipped.join(', ')}`);
  console.log(`${rows.length - skipped.length - refused.length} sites opened.`);
  if (refused.length > 0) throw new CliError(refused.join('\n'));
}

async function openSite(client: Client, row: MissionRow): Promise<void> {
  await client.write('POST', '/sites', { body: row });
}

/** One line for a row that is not right; without the service or a token there is no going on. */
function refusal({ slug }: MissionRow, error: unknown): string {
  if (!(error instanceof ProblemError) || ![409, 422].includes(error.status)) throw error;
  return error.message.replace(/^/gm, `${slug}: `);
}
