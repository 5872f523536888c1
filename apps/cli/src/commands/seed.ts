import { Command, InvalidArgumentError } from 'commander';
import { seconds } from '../output/seconds.ts';
import type { NetworkSize } from '../seed/seed-network.ts';
import { readSettings } from '../settings.ts';

/** `seed` */
export function seed(): Command {
  return new Command('seed')
    .description('Adds a made-up network of any size, to measure with')
    .requiredOption('--sites <number>', 'how many missions', count)
    .requiredOption('--posts <number>', 'how many posts on each of them', count)
    .option('--headlines <number>', 'how many headlines of the ministry', count, 0)
    .action(async (size: NetworkSize) => {
      const database = await import('@warta/database');
      const { withDatabase } = await import('../database/open-for-command.ts');
      const { seedNetwork } = await import('../seed/seed-network.ts');
      const start = performance.now();
      await withDatabase(readSettings(), { mustBeThere: false }, async (open) => {
        await database.migrate(open.db);
        await seedNetwork(open, size);
      });
      const { sites, posts, headlines } = size;
      const took = seconds(performance.now() - start);
      console.log(`${sites} sites, ${sites * posts} posts and ${headlines} headlines are there (${took}).`);
    });
}

function count(value: string): number {
  if (!/^\d{1,7}$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
}
