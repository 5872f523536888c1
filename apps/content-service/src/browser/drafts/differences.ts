import { diffWordsWithSpace } from 'diff';
import { say } from '../words.ts';
import { controls, type Fields } from './fields.ts';

/** How many unchanged words are shown around a change. */
const CONTEXT = 12;
/** The share of common letters below which two texts are shown whole. */
const LITTLE = 0.2;

type Change = Pick<ReturnType<typeof diffWordsWithSpace>[number], 'value' | 'added' | 'removed'>;

/** The fields in which two states of a form differ, each with its label and its changed words. */
export function differences(form: HTMLFormElement, before: Fields, after: Fields): HTMLElement {
  const list = document.createElement('dl');
  for (const [label, names] of byLabel(form, before, after)) {
    const term = document.createElement('dt');
    term.textContent = label;
    list.append(term, ...names.map((name) => description(form, name, before, after)));
  }
  return list;
}

function byLabel(form: HTMLFormElement, before: Fields, after: Fields): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(after)) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    const label = labelOf(form, name);
    groups.set(label, [...(groups.get(label) ?? []), name]);
  }
  return groups;
}

/** Boxes and radio buttons are named by what stands over their group. */
function labelOf(form: HTMLFormElement, name: string): string {
  const control = controls(form).find((part) => part.name === name);
  const grouped = control?.matches('[type=radio],[type=checkbox]');
  const legend = grouped ? control?.closest('fieldset')?.querySelector('legend') : undefined;
  const label = legend ?? control?.labels?.[0];
  return control?.dataset.label ?? label?.textContent.trim() ?? say('otherSettings');
}

function description(form: HTMLFormElement, name: string, before: Fields, after: Fields): HTMLElement {
  const described = document.createElement('dd');
  const control = controls(form).find((part) => part.name === name);
  if (control?.lang) described.lang = control.lang;
  described.dir = control?.dir || 'auto';
  if (control?.type === 'hidden') {
    described.textContent = '…';
    return described;
  }
  const changes = changesBetween(shown(form, name, before[name]), shown(form, name, after[name]));
  changes.forEach(({ value, added, removed }, n) => {
    if (added) described.append(marked('ins', say('added'), value));
    else if (removed) described.append(marked('del', say('removed'), value));
    else described.append(shortened(value, n === 0, n === changes.length - 1));
  });
  return described;
}

/** Two texts that have little in common are easier read one after the other than in shreds. */
function changesBetween(before: string, after: string): Change[] {
  const changes = diffWordsWithSpace(before, after);
  const common = changes.filter(({ added, removed }) => !added && !removed);
  const letters = common.reduce((sum, { value }) => sum + value.trim().length, 0);
  if (letters >= Math.max(before.length, after.length) * LITTLE) return changes;
  return [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
}

/** What a person sees of a value: the words of an option and not its code. */
function shown(form: HTMLFormElement, name: string, value: string | string[] | undefined): string {
  const values = [value ?? ''].flat();
  const words = values.map((one) => wordsOf(form, name, one)).filter(Boolean);
  return words.join(', ') || say('nothing');
}

function wordsOf(form: HTMLFormElement, name: string, value: string): string {
  for (const control of controls(form)) {
    if (control.name !== name) continue;
    if (control instanceof HTMLSelectElement) {
      const option = [...control.options].find((one) => one.value === value);
      if (option) return option.text;
    } else if (['radio', 'checkbox'].includes(control.type) && control.value === value) {
      return control.labels?.[0]?.textContent.trim() ?? value;
    }
  }
  return value;
}

/** Neither colour nor a line alone says it: a word that only screen readers meet does so too. */
function marked(tag: 'ins' | 'del', word: string, value: string): HTMLElement {
  const element = document.createElement(tag);
  const hidden = document.createElement('span');
  hidden.className = 'draft-word';
  hidden.textContent = word;
  element.append(hidden, value);
  return element;
}

/** Only the words beside a change are shown of a long stretch that did not change. */
function shortened(value: string, first: boolean, last: boolean): string {
  const parts = value.split(/(?<=\s)/);
  if (parts.length <= 2 * CONTEXT + 2) return value;
  const start = first ? '' : parts.slice(0, CONTEXT).join('');
  const end = last ? '' : parts.slice(-CONTEXT).join('');
  return `${start} … ${end}`;
}
