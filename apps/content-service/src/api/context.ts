import type { Database } from '@warta/database';
import type { Mail } from '@warta/mail';
import { DomainError } from '@warta/problems';
import { findSite, type Site, type ValidateLook } from '@warta/sites';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import type { Reconciler } from '../reconcile.ts';
import { problem } from './schemas.ts';

export interface ApiContext {
  config: Config;
  database: Database;
  validateLook: ValidateLook;
  catchUp: () => Promise<void>;
  mail: Mail;
  reconciler: Reconciler;
}

/** Routes whose requests and answers are checked by the zod schemas they are described with. */
export const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** Answers a call may get besides the good one. */
export const problems = { '4xx': problem, '5xx': problem };

/** @throws {DomainError} `not-found` */
export async function siteNamed(context: ApiContext, slug: string): Promise<Site> {
  const site = await findSite(context.database.db, slug);
  if (!site)
    throw new DomainError('not-found', `There is no site ${slug}.`, [
      { field: 'site', message: 'is unknown' },
    ]);
  return site;
}

/**
 * The version in `If-Match: "3"`.
 * @throws {DomainError} `version-required` without one, `stale-version` for something that is no version.
 */
export function expectedVersion(request: FastifyRequest): number {
  const version = optionalVersion(request);
  if (version === undefined) {
    throw new DomainError('version-required', 'Say which version you change: If-Match: "<version>".', [
      { field: 'If-Match', message: 'is missing' },
    ]);
  }
  return version;
}

/** The same where it may be left out. */
export function optionalVersion(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const digits = /^"?(\d{1,9})"?$/.exec(header)?.[1];
  if (digits === undefined) {
    throw new DomainError('stale-version', 'If-Match holds a version in quotes, such as "3".', [
      { field: 'If-Match', message: `"${header}" is no version` },
    ]);
  }
  return Number(digits);
}
