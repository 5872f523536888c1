type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Puts the parts of another drawing of this page (`data-part`) in the place of its own. What was typed since `sent`
 * was read, what is unfolded and where one is stay as they are. Returns the parts that came.
 */
export function takeParts(html: string, only?: string, sent?: FormData): HTMLElement[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const taken: HTMLElement[] = [];
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const { part: name } = part.dataset;
    const fresh = page.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!fresh || (only && only !== name)) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
    keepUnfolded(part, fresh);
    if (sent) keepTyped(part, fresh, sent);
    part.replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus();
    taken.push(fresh);
  }
  return taken;
}

function keepUnfolded(old: HTMLElement, fresh: HTMLElement): void {
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[id][open]')) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute('open', '');
  }
}

function keepTyped(old: HTMLElement, fresh: HTMLElement, sent: FormData): void {
  for (const field of old.querySelectorAll<Control>('textarea[name], input[type=text][name]')) {
    if (field.value.replaceAll('\r\n', '\n') === String(sent.get(field.name) ?? '').replaceAll('\r\n', '\n'))
      continue;
    const same = fresh.querySelector<Control>(`[name="${CSS.escape(field.name)}"]`);
    if (same) same.value = field.value;
  }
}
