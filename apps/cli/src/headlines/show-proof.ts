import type { Site } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { describeProof, regionsOf } from './describe-proof.ts';
import { isSettled, watchProof } from './watch-proof.ts';

/**
 * Waits until a headline is proven and shows where it stands. Where that does not come about in time, the process
 * is to end with 1.
 */
export async function showProof(
  client: Client,
  id: string,
  waitSeconds: number,
  json = false,
): Promise<void> {
  const deliveries = await watchProof(client, id, waitSeconds);
  if (!isSettled(deliveries)) process.exitCode = 1;
  if (json) return console.log(JSON.stringify(deliveries, null, 2));
  console.log(describeProof(deliveries, regionsOf(await client.get<Site[]>('/sites'))));
}
