import { Command } from 'commander';
import { findAlert } from '../alerts/alert-at.ts';
import { askingWhere, release } from '../alerts/release.ts';
import type { Alert } from '../api/answers.ts';
import { openClient, withUrl } from '../api/client.ts';
import { withWait } from '../headlines/headline-options.ts';
import { showDeliveries } from '../headlines/show-proof.ts';
import { readSeconds } from '../headlines/watch-proof.ts';
import { collect } from '../options/option-values.ts';

interface Options {
  url?: string;
  reason?: string;
  hold?: boolean;
  unpin?: string[];
  dryRun?: boolean;
  wait: string;
}

/** `alert release` */
export function alertRelease(): Command {
  const command = new Command('release')
    .description('Puts what waits of an alert before readers, and waits until that is proven')
    .argument('<id>', 'the alert')
    .option('--dry-run', 'only show what waits')
    .option(
      '--reason <words>',
      'why one person alone releases it; it is unconfirmed until another confirms it',
    )
    .option('--hold', 'what the sites have scheduled waits until the alert is over')
    .option('--unpin <headlines>', 'pins that are down until the alert is over', collect);
  return withUrl(withWait(command)).action(releaseNow);
}

async function releaseNow(id: string, { reason, hold, unpin, dryRun, ...options }: Options): Promise<void> {
  const wait = readSeconds(options.wait);
  const client = await openClient(options.url);
  const alert = await findAlert(client, id);
  if (alert.draft) console.log(`${describe(alert.draft)}\n`);
  if (dryRun) return;
  const body = { ...(reason && { reason }), ...(hold && { hold }), ...(unpin && { unpin }) };
  const released = await release(client, alert, body);
  console.log(sentence(released));
  await showDeliveries(client, askingWhere(client, id), wait);
}

function describe({ kind, by, content }: NonNullable<Alert['draft']>): string {
  const texts = content.texts.map(({ locale, heading, body, instruction }) =>
    [`[${locale}] ${heading}`, body, instruction].filter((part) => part !== '').join('\n\n'),
  );
  return [`The ${kind} that ${by} has written:`, ...texts].join('\n\n');
}

function sentence({ id, state, version, sites, expiresAt, confirmed }: Alert): string {
  if (state === 'cancelled') return `Alert ${id} is ended (version ${version}).\n`;
  const unsure = confirmed ? '' : ' It is unconfirmed until somebody else confirms it.';
  return `Alert ${id} stands on ${sites.length} sites until ${expiresAt} (version ${version}).${unsure}\n`;
}
