import { Command } from 'commander';
import { openClient, withUrl } from '../api/client.ts';
import { seconds } from '../output/seconds.ts';
import { tableOf } from '../output/table.ts';

interface Options {
  url?: string;
  dryRun?: true;
  json?: true;
}

interface Drift {
  kind: string;
  number: number | null;
  site: string | null;
  what: string;
  repairable: boolean;
}

interface Report {
  found: Drift[];
  looked: number;
  tookMs: number;
}

/** `reconcile` */
export function reconcile(): Command {
  const command = new Command('reconcile')
    .description('Compares ledger, database and all pages, and repairs; ends with 1 when something was wrong')
    .option('--dry-run', 'says what is wrong, and changes nothing')
    .option('--json', 'what was found, for programs');
  return withUrl(command).action(async ({ url, dryRun, json }: Options) => {
    const report = await lookAtAll(url, Boolean(dryRun));
    if (report.found.length > 0) process.exitCode = 1;
    console.log(json ? JSON.stringify(report, null, 2) : inWords(report, Boolean(dryRun)));
  });
}

/** All headlines, some at a time: no request takes long. */
async function lookAtAll(url: string | undefined, dryRun: boolean): Promise<Report> {
  const client = await openClient(url);
  const whole: Report = { found: [], looked: 0, tookMs: 0 };
  for (let from: number | null = 0; from !== null; ) {
    const body = { dryRun, from };
    const part: Report & { next: number | null } = await client.write('POST', '/reconciliations', { body });
    whole.found.push(...part.found);
    whole.looked += part.looked;
    whole.tookMs += part.tookMs;
    from = part.next;
  }
  return whole;
}

function inWords({ found, looked, tookMs }: Report, dryRun: boolean): string {
  const effort = `looked at ${looked} headlines on sites in ${seconds(tookMs)}`;
  if (found.length === 0) return `Ledger, database and pages agree; ${effort}.`;
  const table = tableOf(
    ['what', 'headline', 'site', 'is wrong'],
    found.map(({ kind, number, site, what }) => [kind, number, site, what]),
  );
  const left = found.filter(({ repairable }) => !repairable).length;
  const done = dryRun
    ? 'nothing was changed'
    : `${found.length - left} set right, ${left} for a person to decide`;
  return `${table}\n\n${found.length} wrong, ${done}; ${effort}.`;
}
