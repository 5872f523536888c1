import { join } from 'node:path';
import { DatabaseTooNewError, DataDirInUseError, migrate, openDatabase, withLock } from '@warta/database';
import closeWithGrace from 'close-with-grace';
import { type Config, ConfigError, readConfig } from './config.ts';
import { ACCOUNTS_FILE } from './demo/demo-accounts.ts';
import { prepareFirstStart } from './first-start.ts';

/** What stops a start and is the operator's to mend: said in one line, without a stack. */
const EXPECTED = [ConfigError, DataDirInUseError, DatabaseTooNewError];

/** A process that cannot end in good order by then ends without. */
const LONGEST_CLOSE_MS = 20_000;

try {
  const config = readConfig();
  // The embedded database takes as long to open as the service to load: both at once.
  const [database, { startService }] = await Promise.all([openDatabase(config), import('./service.ts')]);
  await migrate(database.db);
  await withLock(database, 'warta.first-start', () => prepareFirstStart(config, database));
  const service = await startService(config, database);
  console.log(welcome(config));
  closeWithGrace({ delay: LONGEST_CLOSE_MS, logger: false }, async ({ err }) => {
    if (err) console.error(err);
    await service.close();
    await database.close();
  });
} catch (error) {
  console.error(
    EXPECTED.some((kind) => error instanceof kind) ? `Warta: ${(error as Error).message}` : error,
  );
  process.exit(1);
}

function welcome(config: Config): string {
  if (config.role === 'worker') return 'Warta is at work (worker).';
  const next = config.production
    ? 'API: /api/openapi.json'
    : `a mission: /tokyo/ · the desk: /desk, sign-in lines in ${join(config.dataDir, ACCOUNTS_FILE)}`;
  return `Warta is ready at ${config.publicUrl} · ${next}`;
}
