import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { readSettings } from '../settings.ts';
import { ProblemError } from './errors.ts';
import { type Repeat, send } from './send.ts';

interface Call {
  body?: object;
  /** The version that is changed, for If-Match. */
  version?: number;
  repeat?: Repeat;
}

/** The running service's API. Paths begin behind `/api/v1`. */
export interface Client {
  url: string;
  get<T>(path: string): Promise<T>;
  write<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, call?: Call): Promise<T>;
}

/** Adds the option with which a command is told where the service is. */
export function withUrl(command: Command): Command {
  return command.option('--url <address>', 'where the service answers (else as the environment says)');
}

/**
 * A client for the service at `url`, else where the environment says, with the token from `WARTA_TOKEN` or
 * from the file that the service's first start left. Never from the command line, where others could see it.
 */
export async function openClient(url?: string): Promise<Client> {
  const settings = readSettings();
  const origin = url === undefined ? settings.url : originOf(url);
  const token = settings.token ?? (await readTokenFile(settings.dataDir));
  const call = (method: string, path: string, { body, version, repeat = 'when-lost' }: Call) => {
    const headers = {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
      ...(body && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    return send(`${origin}/api/v1${path}`, request, repeat).catch((error) => {
      throw token ? error : tellHowToSign(error);
    });
  };
  return {
    url: origin,
    get: <T>(path: string) => call('GET', path, {}) as Promise<T>,
    write: <T>(method: string, path: string, given: Call = {}) => call(method, path, given) as Promise<T>,
  };
}

function originOf(url: string): string {
  if (/^https?:\/\/./.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '');
  throw new CliError(`--url: ${url} is not an address such as https://blog.example.go.id`);
}

async function readTokenFile(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(dataDir, 'operator-token'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new CliError(`The operator's token cannot be read: ${(error as Error).message}`);
  }
}

function tellHowToSign(error: unknown): unknown {
  if (!(error instanceof ProblemError) || error.status !== 401) return error;
  return new CliError('A token is needed: set WARTA_TOKEN, or DATA_DIR to the folder with operator-token.');
}
