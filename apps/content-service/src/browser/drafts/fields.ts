/** What a form holds. A name that can hold several values (boxes to tick, lists) holds a list, also of one or none. */
export type Fields = Record<string, string | string[]>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type When = 'now' | 'sent';

const SKIPPED = ['file', 'password', 'submit', 'button', 'reset', 'image'];

/** What stands in the form now; editors over its textareas write theirs down first. */
export function readFields(form: HTMLFormElement): Fields {
  form.dispatchEvent(new Event('desk:collect'));
  return collect(form, 'now');
}

/** What the server sent, also where the browser has filled in something else since. */
export function sentFields(form: HTMLFormElement): Fields {
  return collect(form, 'sent');
}

/** Puts values back, and tells whoever watches the controls. */
export function writeFields(form: HTMLFormElement, fields: Fields): void {
  for (const control of controls(form)) {
    const value = fields[control.name];
    if (value === undefined) continue;
    setValue(control, value, isFew(form, control));
    control.dispatchEvent(new Event('desk:replaced'));
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The controls whose content is somebody's words: not the form's own (`_csrf`), nor files and secrets. */
export function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((part): part is Control => {
    if (!(part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement)) {
      if (!(part instanceof HTMLSelectElement)) return false;
    }
    if (!part.name || part.name.startsWith('_') || part.disabled) return false;
    return !SKIPPED.includes(part.type) && !part.hasAttribute('data-draft-skip');
  });
}

function collect(form: HTMLFormElement, when: When): Fields {
  const fields: Fields = {};
  for (const control of controls(form)) {
    const values = valuesOf(control, when);
    if (isFew(form, control))
      fields[control.name] = [...((fields[control.name] as string[]) ?? []), ...values];
    else if (values[0] !== undefined) fields[control.name] = values[0];
    else fields[control.name] ??= '';
  }
  return fields;
}

/** Whether a name may hold several values; of radio buttons it holds one. */
function isFew(form: HTMLFormElement, control: Control): boolean {
  if (control.type === 'checkbox' || control.type === 'select-multiple') return true;
  return control.type !== 'radio' && form.elements.namedItem(control.name) instanceof RadioNodeList;
}

function valuesOf(control: Control, when: When): string[] {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].filter((option) =>
      when === 'now' ? option.selected : option.defaultSelected,
    );
    // Nothing marked means the first, as browsers have it.
    if (chosen.length === 0 && !control.multiple && control.options[0]) chosen.push(control.options[0]);
    return chosen.map((option) => option.value);
  }
  if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
    return (when === 'now' ? control.checked : control.defaultChecked) ? [control.value] : [];
  }
  return [when === 'now' ? control.value : control.defaultValue];
}

function setValue(control: Control, value: string | string[], few: boolean): void {
  const values = Array.isArray(value) ? value : [value];
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = values.includes(option.value);
  } else if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) {
    control.checked = values.includes(control.value);
  } else if (!few) {
    control.value = values[0] ?? '';
  } else {
    const same = [...(control.form?.elements ?? [])].filter(
      (part) => (part as Control).name === control.name,
    );
    control.value = values[same.indexOf(control)] ?? '';
  }
}
