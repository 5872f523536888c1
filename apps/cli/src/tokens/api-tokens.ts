import type { TokenRow } from '../api/answers.ts';
import type { Client } from '../api/client.ts';
import type { TokenStore } from './token-store.ts';

/** The tokens of a service that answers. */
export function apiTokens(client: Client): TokenStore {
  return {
    // A second token would stand unseen if the first one's answer were lost: its secret cannot be asked for again.
    create: (body) => client.write('POST', '/tokens', { body, repeat: 'never' }),
    list: () => client.get<TokenRow[]>('/tokens'),
    revoke: (id) => client.write('DELETE', `/tokens/${encodeURIComponent(id)}`),
  };
}
