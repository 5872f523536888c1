import { join } from 'node:path';
import { z } from 'zod';
import { CliError } from './cli-error.ts';

const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as https://blog.example.go.id',
});

/** The settings of the service that its operator's commands need as well, and two of their own. */
const variables = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number('must be a port, 0 to 65535').int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().default('./data'),
  THEMES_DIR: z.string().default(join(import.meta.dirname, '../../../themes')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  PUBLIC_URL: address.optional(),
  DESK_URL: address.optional(),
  WARTA_URL: address.optional(),
  WARTA_TOKEN: z.string().optional(),
});

export interface Settings {
  production: boolean;
  dataDir: string;
  mediaDir: string;
  themesDir: string;
  databaseUrl: string | undefined;
  /** Where the service answers, without a slash at the end. */
  url: string;
  token: string | undefined;
  /** Where people sign in, without a slash at the end. */
  deskUrl: string;
}

/**
 * Reads the settings from the environment; an empty variable counts as one that is not set.
 * @throws {CliError} naming the variable that is wrong.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CliError(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const { DATA_DIR, DATABASE_URL, NODE_ENV, WARTA_TOKEN } = parsed.data;
  const { PORT, PUBLIC_URL = `http://localhost:${PORT}`, DESK_URL, WARTA_URL } = parsed.data;
  return {
    production: NODE_ENV === 'production',
    dataDir: DATA_DIR,
    mediaDir: join(DATA_DIR, 'media'),
    themesDir: parsed.data.THEMES_DIR,
    databaseUrl: DATABASE_URL,
    url: trimmed(WARTA_URL ?? PUBLIC_URL),
    token: WARTA_TOKEN,
    deskUrl: trimmed(DESK_URL ?? PUBLIC_URL),
  };
}

const trimmed = (url: string) => url.replace(/\/+$/, '');
