import { Command } from 'commander';
import { headingOf } from '../alerts/alert-at.ts';
import type { Alert } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { tableOf } from '../output/table.ts';

interface Options {
  url?: string;
  practice?: boolean;
  json?: boolean;
}

/** `alert list` */
export function alertList(): Command {
  const command = new Command('list')
    .description('Alerts, newest first')
    .option('--practice', 'those of drills')
    .option('--json', 'with all they say, for programs');
  return withUrl(command).action(async (options: Options) => {
    const client = await openClient(options.url);
    const alerts = await client.get<Alert[]>(`/alerts?practice=${options.practice === true}`);
    console.log(options.json ? JSON.stringify(alerts, null, 2) : describe(alerts));
  });
}

function describe(alerts: readonly Alert[]): string {
  const head = ['id', 'state', 'version', 'waits', 'sites', 'expires', 'heading'];
  const rows = alerts.map((alert) => [
    ...[alert.id, stateOf(alert), alert.version, alert.draft?.kind ?? ''],
    ...[alert.sites.length, alert.expiresAt, headingOf(alert)],
  ]);
  return tableOf(head, rows);
}

const stateOf = ({ state, confirmed }: Alert) =>
  state === 'standing' && !confirmed ? 'standing, unconfirmed' : state;
