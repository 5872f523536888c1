import pg from 'pg';

const NAME = /^\s*(?:select\s+)?\/\*(\w+)\*\//;

/**
 * Plans for any values at once: planning our widest queries takes longer than running them, most of all on
 * the embedded database.
 */
export const PLAN_ONCE = 'plan_cache_mode=force_generic_plan';

/**
 * Plans a query once for each connection and keeps the plan, where the query's text begins with a comment
 * that names it (`/*homes*\/ select …`). Only for texts that never vary: each stays with its connection.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own signature has nine overloads
  override query(...args: any[]): any {
    const query = super.query.bind(this) as (...all: unknown[]) => unknown;
    const [text, values] = args;
    const name = typeof text === 'string' ? NAME.exec(text)?.[1] : undefined;
    return name === undefined || typeof args.at(-1) === 'function'
      ? query(...args)
      : query({ name, text, values });
  }
}
