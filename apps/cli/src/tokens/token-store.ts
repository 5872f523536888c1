import type { NetworkRole } from '@warta/accounts';
import type { TokenRow } from '../api/answers.ts';

export interface NewToken {
  name: string;
  role: NetworkRole;
  /** With its offset. */
  expiresAt?: string | undefined;
}

/** Where tokens are kept: behind the API of the service, or in its database. */
export interface TokenStore {
  create(token: NewToken): Promise<{ id: string; secret: string }>;
  list(): Promise<TokenRow[]>;
  revoke(id: string): Promise<void>;
}
