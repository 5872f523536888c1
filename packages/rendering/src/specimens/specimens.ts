import type { Page } from '../page-models.ts';
import { archivePages } from './archive-pages.ts';
import { edgePages } from './edge-pages.ts';
import { kindPages } from './kind-pages.ts';
import { allPages } from './sample-pages.ts';
import type { SampleLang } from './sample-texts.ts';

/** Languages whose specimens put a theme to the test: Latin, right to left, and without spaces. */
export const SPECIMEN_LANGS: readonly SampleLang[] = ['id', 'en', 'ar', 'ja'];

/** Pages of every kind in a language: as they usually are, and at the edges of what the contract allows. */
export function specimens(lang: SampleLang): Page[] {
  return [...allPages(lang), ...edgePages(lang), ...kindPages(lang), ...archivePages(lang)];
}
