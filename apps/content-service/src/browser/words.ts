import type { BrowserWords } from './words/en.ts';

let known: Partial<BrowserWords> | undefined;

/** What to say, in the language of the page, with `{name}` filled in. */
export function say(key: keyof BrowserWords, values: Record<string, string | number> = {}): string {
  known ??= JSON.parse(document.getElementById('desk-words')?.textContent ?? '{}') as Partial<BrowserWords>;
  const words = known[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The type of `say`, for parts that are loaded later and are handed it. */
export type Say = typeof say;
