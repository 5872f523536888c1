import { recordAudit } from '@warta/audit';
import type { Database, Trx } from '@warta/database';
import type { Job, Jobs, Queue } from '@warta/jobs';
import type { Outbound } from '@warta/outbound';

interface Payload {
  feeds: string[];
}

/** A hub that is away for a long weekend is waited for. */
export const HUB_QUEUE: Queue<Payload> = {
  name: 'hub',
  attempts: 80,
  firstDelaySeconds: 15,
  longestDelaySeconds: 60 * 60,
  timeoutSeconds: 30,
  atOnce: 2,
};

/** So many addresses make a request of a few kilobytes. */
const FEEDS_AT_ONCE = 40;

/** Has the hub told of these feeds, if the transaction commits. */
export async function enqueueFeeds(
  trx: Trx,
  jobs: Pick<Jobs, 'enqueue'>,
  feeds: readonly string[],
): Promise<void> {
  for (let begin = 0; begin < feeds.length; begin += FEEDS_AT_ONCE) {
    await jobs.enqueue(trx, HUB_QUEUE, { feeds: feeds.slice(begin, begin + FEEDS_AT_ONCE) });
  }
}

/** Tells the hub of waiting feeds from this process, until the jobs stop. */
export async function workHub(
  { db }: Database,
  jobs: Pick<Jobs, 'work'>,
  hub: string,
  outbound: Outbound,
): Promise<void> {
  await jobs.work(HUB_QUEUE, {
    work: ({ feeds }, job) => publish(outbound, hub, feeds, job),
    async gaveUp({ feeds }, { id }, error) {
      const after = { feeds, reason: (error as Error).message };
      const actor = { name: 'hub', source: 'service' };
      await db
        .transaction()
        .execute((trx) => recordAudit(trx, actor, { action: 'hub.give-up', subject: `hub:${id}`, after }));
    },
  });
}

/** Tells the hub that these topics have news (WebSub, section 7); it fetches them itself. */
async function publish(
  outbound: Outbound,
  hub: string,
  feeds: readonly string[],
  { signal }: Job,
): Promise<void> {
  const form = new URLSearchParams({ 'hub.mode': 'publish' });
  for (const feed of feeds) form.append('hub.url', feed);
  const { status } = await outbound.ask(hub, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    signal,
  });
  if (status < 200 || status > 299) throw new Error(`the hub answered ${status}`);
}
