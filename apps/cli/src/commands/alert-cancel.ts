import { Command } from 'commander';
import { alertPath, findAlert } from '../alerts/alert-at.ts';
import type { Alert } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';

/** `alert cancel` */
export function alertCancel(): Command {
  const command = new Command('cancel')
    .description('Asks for the end of an alert, which a second person releases')
    .argument('<id>', 'the alert');
  return withUrl(command).action(async (id: string, { url }: { url?: string }) => {
    const client = await openClient(url);
    const { version } = await findAlert(client, id);
    const ended = await client.write<Alert>('POST', `${alertPath(id)}/cancellation`, { body: {}, version });
    console.log(
      `The end of alert ${id} waits for its release (version ${ended.version}). It stands until then.`,
    );
    console.log(`A second person releases it: alert release ${id}`);
  });
}
