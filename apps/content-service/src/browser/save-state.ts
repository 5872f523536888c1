import type { BrowserWords } from './words/en.ts';
import { say } from './words.ts';

/** What is said about saving: a key of the words, what they are filled with, and where to compare. */
export interface State {
  key: keyof BrowserWords;
  values?: Record<string, string>;
  compare?: string | undefined;
  tone: 'ok' | 'busy' | 'trouble';
}

/** Says in `[data-save-state]` how saving goes. The same words are not said twice: they are read out aloud. */
export function showState(form: HTMLFormElement, { key, values, compare, tone }: State): void {
  const place = form.querySelector<HTMLElement>('[data-save-state]') ?? outside(form);
  if (!place) return;
  const words = say(key, values);
  if (place.dataset.said === words) return;
  place.dataset.said = words;
  place.dataset.tone = tone;
  place.replaceChildren(words);
  if (!compare) return;
  const link = document.createElement('a');
  link.href = compare;
  link.textContent = say('compare');
  place.append(' ', link);
}

function outside(form: HTMLFormElement): HTMLElement | null {
  return form.id ? document.querySelector<HTMLElement>(`[data-save-state="${form.id}"]`) : null;
}
