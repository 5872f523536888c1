import { Command } from 'commander';
import type { TokenRow } from '../api/answers.ts';
import { withUrl } from '../api/client.ts';
import { tableOf } from '../output/table.ts';
import { withTokens } from '../tokens/with-tokens.ts';

/** `token list` */
export function tokenList(): Command {
  const command = new Command('list')
    .description('All tokens, without their secrets')
    .option('--json', 'for programs');
  return withUrl(command).action(async (options: { url?: string; json?: boolean }) => {
    const tokens = await withTokens(options.url, (store) => store.list());
    console.log(options.json ? JSON.stringify(tokens, null, 2) : describe(tokens));
  });
}

function describe(tokens: readonly TokenRow[]): string {
  return tableOf(
    ['id', 'name', 'role', 'made', 'expires', 'revoked'],
    tokens.map((token) => [
      ...[token.id, token.name, token.role],
      ...[token.createdAt, token.expiresAt, token.revokedAt],
    ]),
  );
}
