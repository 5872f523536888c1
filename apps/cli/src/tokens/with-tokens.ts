import { openClient } from '../api/client.ts';
import { UnreachableError } from '../api/errors.ts';
import { readSettings } from '../settings.ts';
import { apiTokens } from './api-tokens.ts';
import type { TokenStore } from './token-store.ts';

/**
 * Works on the tokens: over the API where the service answers, else in its database. Where `DATABASE_URL` is set
 * that is asked at once, so that the first token of an installation can be made.
 */
export async function withTokens<T>(
  url: string | undefined,
  work: (tokens: TokenStore) => Promise<T>,
): Promise<T> {
  if (url !== undefined || !readSettings().databaseUrl) {
    try {
      return await work(apiTokens(await openClient(url)));
    } catch (error) {
      if (url !== undefined || !isNobodyThere(error)) throw error;
    }
  }
  return inDatabase(work);
}

/** Where the connection was refused, nothing has been done yet. */
function isNobodyThere(error: unknown): boolean {
  return error instanceof UnreachableError && error.reason === 'ECONNREFUSED';
}

async function inDatabase<T>(work: (tokens: TokenStore) => Promise<T>): Promise<T> {
  const { withDatabase } = await import('../database/open-for-command.ts');
  const { databaseTokens } = await import('./database-tokens.ts');
  return withDatabase(readSettings(), { mustBeThere: true }, (database) => work(databaseTokens(database)));
}
