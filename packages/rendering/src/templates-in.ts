import type { Eta } from 'eta';
import { ThemeEta } from './theme-eta.ts';

/** Templates that belong to no theme, looked up in these folders in turn, escaped and cached as a theme's are. */
export function templatesIn(folders: readonly string[]): Eta {
  return new ThemeEta(folders);
}
