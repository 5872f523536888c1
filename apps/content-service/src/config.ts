import { join } from 'node:path';
import type { MailSettings } from '@warta/mail';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { CACHE_SETTINGS, type OutsideCache, outsideCacheOf } from './outside-cache/settings.ts';

const flag = z
  .enum(['true', 'false', 'on', 'off', '1', '0'], 'must be true or false')
  .transform((value) => ['true', 'on', '1'].includes(value));

/** The only list of settings. An empty variable counts as one that is not set. */
const settings = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port, 0 to 65535')
    .int('must be a port, 0 to 65535')
    .min(0, 'must be a port, 0 to 65535')
    .max(65535, 'must be a port, 0 to 65535')
    .default(3000),
  DATA_DIR: z.string().default('./data'),
  THEMES_DIR: z.string().default(join(import.meta.dirname, '../../../themes')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://blog.example.go.id' })
    .refine((url) => URL.parse(url)?.pathname === '/', 'must be an address without a path')
    .optional(),
  DESK_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://desk.example.go.id' })
    .refine((url) => URL.parse(url)?.pathname === '/', 'must be an address without a path')
    .optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be one of fatal, error, warn, info, debug, silent',
    )
    .default('warn'),
  ROLE: z.enum(['all', 'web', 'worker'], 'must be one of all, web, worker').default('all'),
  DEMO: flag.optional(),
  SECRET_KEY: z
    .string()
    .transform((text, context) => {
      const key = readKey(text);
      if (key) return key;
      context.addIssue({
        code: 'custom',
        message: 'must be 32 random bytes in base64: openssl rand -base64 32',
      });
      return z.NEVER;
    })
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtp://user:password@mail.example.go.id:587',
    })
    .refine((url) => URL.parse(url)?.hostname, 'must name a host')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>"\p{Cc}]+ <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u,
      'must be a sender such as Warta <warta@example.go.id>',
    )
    .optional(),
  WEBSUB_HUB: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://hub.example.org/' })
    .refine(
      (url) => !URL.parse(url)?.username && !URL.parse(url)?.password,
      'must be an address without user and password: it stands in every feed',
    )
    .optional(),
  ...CACHE_SETTINGS,
});

export interface HubSettings {
  url: string;
  /** It is tried out, and listens on this machine. */
  onThisMachine: boolean;
}

export interface Config {
  production: boolean;
  host: string;
  port: number;
  dataDir: string;
  mediaDir: string;
  /** Where cards are kept that were drawn for posts without pictures. */
  cardsDir: string;
  /** Every theme there is, `base` among them. */
  themesDir: string;
  databaseUrl: string | undefined;
  /** Scheme, host and port under which readers reach the service, without a slash at the end. */
  publicUrl: string;
  /** The same for the desk, which may have a host of its own. */
  deskUrl: string;
  logLevel: string;
  role: 'all' | 'web' | 'worker';
  /** Whether the first start loads the missions and sample posts. */
  demo: boolean;
  /** Under which secrets of the second factor are kept; outside production one is made where none is set. */
  secretKey: Buffer | undefined;
  /** How letters are sent; without it none are. */
  mail: MailSettings | undefined;
  /** Who tells programs of what is new in feeds; without it nobody does. */
  hub: HubSettings | undefined;
  /** The cache outside that keeps pages and can be told to drop them; without it none keeps any. */
  outsideCache: OutsideCache | undefined;
}

/** A key of 32 bytes in base64; undefined for anything else. */
export function readKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) && key.length === 32 ? key : undefined;
}

/**
 * Reads the settings from the environment.
 * @throws {ConfigError}
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join('.')} ${issue?.message}`);
  }
  const s = parsed.data;
  const isProduction = s.NODE_ENV === 'production';
  if (isProduction && !s.DATABASE_URL) {
    throw new ConfigError('DATABASE_URL must be set in production: the embedded database is for trying out');
  }
  if (isProduction && !s.PUBLIC_URL) throw new ConfigError('PUBLIC_URL must be set in production');
  if (isProduction && s.DEMO) throw new ConfigError('DEMO must not be on in production');
  if (isProduction && !s.SECRET_KEY) {
    throw new ConfigError('SECRET_KEY must be set in production: openssl rand -base64 32 makes one');
  }
  if (s.ROLE !== 'all' && !s.DATABASE_URL) {
    throw new ConfigError(
      `ROLE ${s.ROLE} needs DATABASE_URL: one process alone can open the embedded database`,
    );
  }
  if (s.SMTP_URL && !s.MAIL_FROM) throw new ConfigError('MAIL_FROM must be set where SMTP_URL is');
  const hub = s.WEBSUB_HUB ? hubOf(s.WEBSUB_HUB, isProduction) : undefined;
  const publicUrl = new URL(s.PUBLIC_URL ?? `http://localhost:${s.PORT}`).origin;
  const deskUrl = s.DESK_URL ? new URL(s.DESK_URL).origin : publicUrl;
  return {
    production: isProduction,
    host: s.HOST,
    port: s.PORT,
    dataDir: s.DATA_DIR,
    mediaDir: join(s.DATA_DIR, 'media'),
    cardsDir: join(s.DATA_DIR, 'share-cards'),
    themesDir: s.THEMES_DIR,
    databaseUrl: s.DATABASE_URL,
    publicUrl,
    deskUrl,
    logLevel: s.LOG_LEVEL,
    role: s.ROLE,
    demo: s.DEMO ?? !isProduction,
    secretKey: s.SECRET_KEY,
    mail: s.SMTP_URL && s.MAIL_FROM ? { smtpUrl: s.SMTP_URL, from: s.MAIL_FROM, deskUrl } : undefined,
    hub,
    outsideCache: outsideCacheOf(s, isProduction),
  };
}

function hubOf(url: string, isProduction: boolean): HubSettings {
  const { protocol, hostname } = new URL(url);
  const onThisMachine = !isProduction && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !onThisMachine) {
    throw new ConfigError('WEBSUB_HUB must begin with https://, but for a hub on this machine to try it out');
  }
  return { url, onThisMachine };
}
