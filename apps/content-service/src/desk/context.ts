import type { SecretBox, SignInLimits } from '@warta/accounts';
import type { Database } from '@warta/database';
import type { Mail } from '@warta/mail';
import type { ValidateLook } from '@warta/sites';
import type { FastifyInstance } from 'fastify';
import type { BrowserAssets } from '../browser-assets.ts';
import type { Config } from '../config.ts';
import type { PublicContext } from '../public/context.ts';

/** What the pages of the desk are made with. */
export interface DeskContext {
  config: Config;
  database: Database;
  /** What readers' pages are made with, for previews. */
  pages: PublicContext;
  /** The code that runs in a browser. */
  browser: BrowserAssets;
  validateLook: ValidateLook;
  limits: SignInLimits;
  /** Opens the secrets of second factors. */
  box: SecretBox;
  /** Takes in the newest changes, so that whoever has written reads here what he wrote. */
  catchUp: () => Promise<void>;
  mail: Mail;
}

/** The pages of one noun. */
export type DeskRoutes = (app: FastifyInstance, context: DeskContext) => void;
