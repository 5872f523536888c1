import { Command } from 'commander';
import { fileAt } from '../files/file-at.ts';
import { seconds } from '../output/seconds.ts';
import { readSettings } from '../settings.ts';

/** `restore` */
export function restore(): Command {
  return new Command('restore')
    .description('Puts a backup into an empty database, of either kind; the service must be stopped')
    .argument('<file>', 'what "backup" made')
    .action(async (name: string) => {
      const { readBackup } = await import('../backup/read-backup.ts');
      const { withDatabase } = await import('../database/open-for-command.ts');
      const settings = readSettings();
      const start = performance.now();
      const { madeAt, tables } = await withDatabase(settings, { mustBeThere: false }, (database) =>
        readBackup(database, settings.mediaDir, fileAt(name)),
      );
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(`Restored ${rows} rows as of ${madeAt} (${seconds(performance.now() - start)}).`);
    });
}
