import { Command } from 'commander';
import { withUrl } from '../api/client.ts';
import { withTokens } from '../tokens/with-tokens.ts';

/** `token revoke` */
export function tokenRevoke(): Command {
  const command = new Command('revoke').description('Ends a token at once').argument('<id>', 'the token');
  return withUrl(command).action(async (id: string, options: { url?: string }) => {
    await withTokens(options.url, (tokens) => tokens.revoke(id));
    console.log(`Token ${id} is revoked.`);
  });
}
