import { createToken, listTokens, NETWORK_ROLES, revokeToken } from '@warta/accounts';
import type { Database } from '@warta/database';
import { moment } from '@warta/posts';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { operator } from '../database/operator.ts';
import type { NewToken, TokenStore } from './token-store.ts';

const input = z.object({
  name: z.string().trim().min(1, 'is empty').max(100, 'has more than 100 characters'),
  role: z.enum(NETWORK_ROLES, `is not one of ${NETWORK_ROLES.join(', ')}`),
  expiresAt: moment.optional(),
});

/** The tokens in a database, for the time before there is one to call the API with. */
export function databaseTokens({ db }: Database): TokenStore {
  return {
    create: (token) => db.transaction().execute((trx) => createToken(trx, operator(), check(token))),
    list: async () =>
      (await listTokens(db)).map((token) => ({
        ...token,
        createdAt: token.createdAt.toISOString(),
        expiresAt: token.expiresAt?.toISOString() ?? null,
        revokedAt: token.revokedAt?.toISOString() ?? null,
      })),
    revoke: (id) => db.transaction().execute((trx) => revokeToken(trx, operator(), checkId(id))),
  };
}

function check(token: NewToken): z.output<typeof input> {
  const read = input.safeParse(token);
  if (read.success) return read.data;
  throw new CliError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  );
}

function checkId(id: string): string {
  if (z.uuid().safeParse(id).success) return id;
  throw new CliError(`${id} is not the id of a token`);
}
