import type { Deliveries, Site } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { describeProof, regionsOf } from './describe-proof.ts';
import { isSettled, watchProof } from './watch-proof.ts';

/**
 * Waits until a headline is proven, shows where it stands and returns that. Where it is not proven in time, the
 * process is to end with 1.
 */
export async function showProof(
  client: Client,
  id: string,
  waitSeconds: number,
  json = false,
): Promise<Deliveries> {
  const ask = () => client.get<Deliveries>(`/headlines/${encodeURIComponent(id)}/deliveries`);
  return showDeliveries(client, ask, waitSeconds, json);
}

/** The same for anything of which one can ask where it stands. */
export async function showDeliveries(
  client: Client,
  ask: () => Promise<Deliveries>,
  waitSeconds: number,
  json = false,
): Promise<Deliveries> {
  const deliveries = await watchProof(ask, waitSeconds);
  if (!isSettled(deliveries)) process.exitCode = 1;
  const shown = json
    ? JSON.stringify(deliveries, null, 2)
    : describeProof(deliveries, regionsOf(await client.get<Site[]>('/sites')));
  console.log(shown);
  return deliveries;
}
