import type { Alert, AlertDeliveries } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import { CliError } from '../cli-error.ts';
import { alertPath } from './alert-at.ts';

export interface ReleaseBody {
  reason?: string;
  hold?: boolean;
  unpin?: string[];
}

/**
 * Puts what waits of an alert before readers.
 * @throws {CliError} where nothing waits.
 */
export async function release(
  client: Client,
  { id, version, draft }: Alert,
  body: ReleaseBody,
): Promise<Alert> {
  if (!draft) throw new CliError('Nothing of this alert waits for its release.');
  return client.write<Alert>('POST', `${alertPath(id)}/release`, { body, version });
}

/** A way to ask where an alert was seen to stand, or to be gone. */
export const askingWhere = (client: Client, id: string) => async () => {
  const { proven, ...found } = await client.get<AlertDeliveries>(`${alertPath(id)}/deliveries`);
  return { ...found, live: proven };
};
