import { findAlertDeliveries } from '@warta/alerts';
import type { Network } from './network.ts';
import type { Times } from './sync.ts';

/** An alert on every site, and its end: each from the click on its release, the words having been there before. */
export async function alertCycle(network: Network, pauseMs: number): Promise<Record<string, Times>> {
  const { id, version } = await send(network, '/alerts', {
    template: 'flood',
    place: 'Bench',
    area: { everywhere: true },
  });
  const alert = await release(network, { id, version }, pauseMs);
  const draft = await send(network, `/alerts/${id}/cancellation`, {}, version);
  return { alert, 'end of alert': await release(network, { id, version: draft.version }, pauseMs) };
}

async function release(network: Network, { id, version }: Released, pauseMs: number): Promise<Times> {
  const clicked = Date.now();
  await send(network, `/alerts/${id}/release`, { reason: 'bench' }, version);
  const writeMs = Date.now() - clicked;
  for (;;) {
    const seen = await findAlertDeliveries(network.database.db, id);
    if (seen?.version === version && seen.provenInMs != null) {
      const last = Math.max(...seen.items.map(({ provenAt }) => provenAt?.getTime() ?? Number.NaN));
      return { writeMs, provenMs: last - clicked };
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

interface Released {
  id: string;
  version: number;
}

async function send({ service, token }: Network, path: string, body: object, version?: number) {
  const answer = await fetch(`${service.origin}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Released;
}
