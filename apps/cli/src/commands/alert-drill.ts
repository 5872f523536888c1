import { Command } from 'commander';
import { alertPath } from '../alerts/alert-at.ts';
import { askingWhere, release } from '../alerts/release.ts';
import type { Alert, Deliveries } from '../api/answers.ts';
import { type Client, openClient, withUrl } from '../api/client.ts';
import { withWait } from '../headlines/headline-options.ts';
import { isSettled, readSeconds, watchProof } from '../headlines/watch-proof.ts';
import { seconds } from '../output/seconds.ts';
import { tableOf } from '../output/table.ts';

interface Options {
  url?: string;
  template: string;
  wait: string;
}

const ALONE = { reason: 'A drill from the command line.' };

/** `alert drill` */
export function alertDrill(): Command {
  const command = new Command('drill')
    .description('Raises an alert on the practice site, updates and ends it, and reports how long each took')
    .option('--template <code>', 'what is practised', 'earthquake');
  return withUrl(withWait(command)).action(drill);
}

async function drill({ url, template, wait }: Options): Promise<void> {
  const client = await openClient(url);
  const prove = (alert: Alert) => proveStep(client, alert, readSeconds(wait));
  const input = { template, area: { everywhere: true }, place: 'Latihan' };
  const begun = await client.write<Alert>('POST', '/alerts', { body: { ...input, practice: true } });
  const path = alertPath(begun.id);
  const raised = await prove(begun);
  const updated = await prove(await client.write<Alert>('PUT', path, { body: input, version: 1 }));
  const ended = await prove(
    await client.write<Alert>('POST', `${path}/cancellation`, { body: {}, version: 2 }),
  );
  console.log(`Drill ${begun.id} on the practice site:\n`);
  const steps = [raised, updated, ended];
  const names = ['raised', 'updated', 'ended'];
  console.log(
    tableOf(
      ['step', 'sites', 'proven in'],
      steps.map((step, index) => row(names[index] ?? '', step)),
    ),
  );
  if (!steps.every(isSettled)) process.exitCode = 1;
}

async function proveStep(client: Client, alert: Alert, wait: number): Promise<Deliveries> {
  await release(client, alert, ALONE);
  return watchProof(askingWhere(client, alert.id), wait);
}

function row(name: string, { live, total, provenInMs }: Deliveries): (string | number)[] {
  return [name, `${live} of ${total}`, provenInMs === null ? 'not proven' : seconds(provenInMs)];
}
