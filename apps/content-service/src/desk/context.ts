import type { SignInLimits } from '@warta/accounts';
import type { Database } from '@warta/database';
import type { Mail } from '@warta/mail';
import type { Theme } from '@warta/rendering';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** What the pages of the desk are made with. */
export interface DeskContext {
  config: Config;
  database: Database;
  themes: ReadonlyMap<string, Theme>;
  limits: SignInLimits;
  /** Takes in the newest changes, so that whoever has written reads here what he wrote. */
  catchUp: () => Promise<void>;
  mail: Mail;
}

/** The pages of one noun. */
export type DeskRoutes = (app: FastifyInstance, context: DeskContext) => void;
