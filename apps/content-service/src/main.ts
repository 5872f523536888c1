import { join } from 'node:path';
import { DatabaseTooNewError, DataDirInUseError } from '@warta/database';
import closeWithGrace from 'close-with-grace';
import { type Config, readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { DatabaseAwayError } from './database-away.ts';
import { ACCOUNTS_FILE } from './demo/demo-accounts.ts';
import { type Closing, start } from './start.ts';

/** What stops a start and is the operator's to mend: said in one line, without a stack. */
const EXPECTED = [ConfigError, DataDirInUseError, DatabaseTooNewError, DatabaseAwayError];

/** A process that cannot end in good order by then ends without. */
const LONGEST_CLOSE_MS = 20_000;

let ending = false;
try {
  const config = readConfig();
  const closing: Closing = [];
  closeWithGrace({ delay: LONGEST_CLOSE_MS, logger: false }, async ({ err }) => {
    ending = true;
    if (err) console.error(err);
    for (const close of closing) await close();
  });
  await start(config, closing, console.log);
  console.log(welcome(config));
} catch (error) {
  // Told to stop while it starts, it trips over what is being closed.
  if (!ending) {
    console.error(
      EXPECTED.some((kind) => error instanceof kind) ? `Warta: ${(error as Error).message}` : error,
    );
    process.exit(1);
  }
}

function welcome(config: Config): string {
  if (config.role === 'worker') return 'Warta is at work (worker).';
  const next = config.production
    ? 'API: /api/openapi.json'
    : `a mission: /tokyo/ · the desk: /desk, sign-in lines in ${join(config.dataDir, ACCOUNTS_FILE)}`;
  return `Warta is ready at ${config.publicUrl} · ${next}`;
}
