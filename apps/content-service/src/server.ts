import { join } from 'node:path';
import { DatabaseTooNewError, DataDirInUseError, migrate, openDatabase } from '@warta/database';
import { type Config, ConfigError, readConfig } from './config.ts';
import { prepareFirstStart, TOKEN_FILE } from './first-start.ts';
import { startService } from './service.ts';

/** What stops a start and is the operator's to mend: said in one line, without a stack. */
const EXPECTED = [ConfigError, DataDirInUseError, DatabaseTooNewError];

try {
  const config = readConfig();
  const database = await openDatabase(config);
  await migrate(database.db);
  await prepareFirstStart(config, database);
  const service = await startService(config, database);
  console.log(welcome(config));
  const close = () => {
    service
      .close()
      .then(() => database.close())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
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
    : `a mission: /tokyo/ · API: /api/openapi.json, token in ${join(config.dataDir, TOKEN_FILE)}`;
  return `Warta is ready at ${config.publicUrl} · ${next}`;
}
