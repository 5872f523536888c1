import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import { escapeHtml } from './escape-html.ts';
import { ThemeError } from './theme-manifest.ts';

const NAME = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;

/**
 * Templates of one theme: a name is looked up in the theme's own folder, then in its parent's, at last in
 * `base`; where it was found is remembered, and so is the compiled template. Names always count from the
 * top (`partials/entry`), also inside a partial.
 */
export class ThemeEta extends Eta {
  readonly #folders: readonly string[];
  readonly #found = new Map<string, string>();

  constructor(folders: readonly string[]) {
    super({ autoEscape: true, cache: true, rmWhitespace: true, escapeFunction: escapeValue });
    this.#folders = folders;
  }

  // Eta assigns this one as a field, so a method of the same name would never be called.
  override resolvePath = (template: string): string => {
    const known = this.#found.get(template);
    if (known) return known;
    const path = this.#find(template.replace(/\.eta$/, ''));
    this.#found.set(template, path);
    return path;
  };

  /** The view plugin asks, at every page, for other folders and no cache: neither is its to decide. */
  override configure(): void {}

  #find(name: string): string {
    if (!NAME.test(name)) throw new ThemeError(`"${name}" is not the name of a template`);
    const paths = this.#folders.map((folder) => join(folder, `${name}.eta`));
    const path = paths.find((candidate) => existsSync(candidate));
    if (!path) throw new ThemeError(`no template "${name}" in ${this.#folders.join(', ')}`);
    return path;
  }
}

// What is not there prints as nothing: a reader should never meet the word "undefined".
function escapeValue(value: unknown): string {
  return value === undefined || value === null ? '' : escapeHtml(String(value));
}
