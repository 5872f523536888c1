import type { Database } from '@warta/database';
import type { Page as PageModel, Theme } from '@warta/rendering';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import type { Finders } from './finders.ts';

/** What the public pages are made with. */
export interface PublicContext {
  config: Config;
  database: Database;
  themes: ReadonlyMap<string, Theme>;
  /** Draws a page model with a theme's templates. */
  draw: (theme: Theme, model: PageModel) => Promise<string>;
  find: Finders;
  log: Pick<FastifyBaseLogger, 'warn'>;
}

/** The theme of that name, or the complete plain one when a theme was taken away. */
export function themeOf(context: PublicContext, name: string): Theme {
  const theme = context.themes.get(name) ?? context.themes.get('base');
  if (!theme) throw new Error('the theme "base" is missing');
  return theme;
}
