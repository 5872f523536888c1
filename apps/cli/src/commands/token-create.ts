import { Command } from 'commander';
import { withUrl } from '../api/client.ts';
import type { NewToken } from '../tokens/token-store.ts';
import { withTokens } from '../tokens/with-tokens.ts';

interface Options {
  url?: string;
  name: string;
  role: NewToken['role'];
  expires?: string;
}

/** `token create` */
export function tokenCreate(): Command {
  const command = new Command('create')
    .description('Makes a token and shows its secret, this once')
    .requiredOption('--name <name>', 'what it is for, as the audit log will say')
    .requiredOption('--role <role>', 'operator, pr-desk or auditor')
    .option('--expires <moment>', 'such as 2027-01-31T18:00:00+07:00');
  return withUrl(command).action(async ({ url, name, role, expires: expiresAt }: Options) => {
    const token = { name, role, ...(expiresAt && { expiresAt }) };
    const { id, secret } = await withTokens(url, (tokens) => tokens.create(token));
    console.error(`Token ${id} is made. Keep its secret; it cannot be shown again:`);
    console.log(secret);
  });
}
