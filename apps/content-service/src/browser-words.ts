import { type BrowserWords, en } from './browser/words/en.ts';
import { id } from './browser/words/id.ts';

const WORDS: Record<'id' | 'en', BrowserWords> = { id, en };

/**
 * What the browser code says in one of the desk's languages, for `<script type="application/json"
 * id="desk-words">`. No `<` stands in it, so it cannot end its element.
 */
export function browserWords(locale: 'id' | 'en'): string {
  return JSON.stringify(WORDS[locale]).replaceAll('<', '\\u003c');
}
