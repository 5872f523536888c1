import { Command } from 'commander';
import { readSettings } from '../settings.ts';

/** `migrate` */
export function migrate(): Command {
  return new Command('migrate')
    .description('Brings the tables up to date, as a start of the service does')
    .action(async () => {
      const database = await import('@warta/database');
      const { withDatabase } = await import('../database/open-for-command.ts');
      const settings = readSettings();
      const done = await withDatabase(settings, { mustBeThere: false }, ({ db }) => database.migrate(db));
      console.log(done.length > 0 ? `Migrated: ${done.join(', ')}` : 'The tables are up to date.');
    });
}
