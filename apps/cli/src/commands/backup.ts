import { Command } from 'commander';
import { fileAt } from '../files/file-at.ts';
import { seconds } from '../output/seconds.ts';
import { readSettings } from '../settings.ts';

/** `backup` */
export function backup(): Command {
  return new Command('backup')
    .description('Writes all tables and pictures into one file; PostgreSQL may go on meanwhile')
    .argument('<file>', 'the tar archive to make; it must not be there yet')
    .action(async (name: string) => {
      const { writeBackup } = await import('../backup/write-backup.ts');
      const { withDatabase } = await import('../database/open-for-command.ts');
      const settings = readSettings();
      const start = performance.now();
      const { rows, files } = await withDatabase(settings, { mustBeThere: true }, (database) =>
        writeBackup(database, settings.mediaDir, fileAt(name)),
      );
      const took = seconds(performance.now() - start);
      console.log(`${name} holds ${rows} rows and ${files} files of pictures (${took}).`);
    });
}
