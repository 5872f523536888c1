import type { EditorView } from '@milkdown/kit/prose/view';
import type { BrowserWords } from '../words/en.ts';
import type { Say } from '../words.ts';

/** A field of the row: its label's key, and what stands in it at first. */
export interface Field {
  name: keyof BrowserWords;
  value: string;
  url?: boolean;
}

type OnDone = (values: string[]) => string | undefined;

/** A row below the toolbar that asks for an address and the like; not a form, since it stands within one. */
export function askRow(say: Say) {
  const element = document.createElement('div');
  element.className = 'editor-ask';
  element.setAttribute('role', 'group');
  element.hidden = true;
  let close = () => {};

  const open = (fields: Field[], onDone: OnDone, view: EditorView) => {
    const complaint = document.createElement('p');
    complaint.className = 'editor-complaint';
    complaint.setAttribute('role', 'alert');
    const inputs = fields.map((field) => input(field, say));
    close = () => {
      element.hidden = true;
      element.replaceChildren();
      view.focus();
    };
    const apply = () => {
      const wrong = onDone(inputs.map(({ input }) => input.value));
      if (wrong) complaint.textContent = say(wrong as keyof BrowserWords);
      else close();
      if (wrong) inputs[0]?.input.focus();
    };
    const remove = () => {
      onDone(['']);
      close();
    };
    const buttons = [button(say('apply'), apply), button(say('cancel'), () => close())];
    if (fields[0]?.value) buttons.splice(1, 0, button(say('removeLink'), remove));
    element.replaceChildren(...inputs.map(({ label }) => label), ...buttons, complaint);
    element.hidden = false;
    element.onkeydown = (event) => onKey(event, apply, close);
    inputs[0]?.input.focus();
  };
  return { element, open };
}

/** Enter would send the whole form. */
function onKey(event: KeyboardEvent, apply: () => void, close: () => void): void {
  if (event.key === 'Escape') close();
  else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) apply();
  else return;
  event.preventDefault();
}

function input({ name, value, url }: Field, say: Say) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'text';
  input.value = value;
  input.autocomplete = 'off';
  if (url) {
    input.inputMode = 'url';
    input.dir = 'ltr';
    input.spellcheck = false;
  }
  // The row's fields are nobody's but the row's: neither sent nor kept with the form.
  input.setAttribute('data-draft-skip', '');
  input.addEventListener('input', (event) => event.stopPropagation());
  label.append(say(name), input);
  return { label, input };
}

function button(words: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', onClick);
  return made;
}
