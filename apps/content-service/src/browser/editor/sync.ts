/** How long after the last key the textarea may lag behind; whoever reads it asks first and waits for nothing. */
const LAG_MS = 200;

/** Keeps a textarea and the editor over it the same. */
export interface Sync {
  /** The editor's text may have changed. */
  changed(): void;
  /** Writes into the textarea what the editor holds. */
  flush(): void;
  /** Takes into the editor what the textarea holds. */
  reload(): void;
}

/**
 * A text that nobody changed keeps its bytes, although the editor would write the same in other Markdown: as long
 * as it would write what it wrote at first, what came in goes out.
 */
export function keepInSync(
  textarea: HTMLTextAreaElement,
  read: () => string,
  replace: (markdown: string) => void,
): Sync {
  let original = textarea.value;
  let untouched = read();
  let written = original;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const markdown = read();
    const value = markdown === untouched ? original : markdown;
    if (value === written) return;
    written = value;
    textarea.value = value;
    textarea.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const reload = () => {
    if (textarea.value === written) return;
    original = textarea.value;
    written = original;
    replace(original);
    untouched = read();
    clearTimeout(timer);
    timer = undefined;
  };
  const changed = () => {
    timer ??= setTimeout(flush, LAG_MS);
  };
  const flushPending = () => {
    if (timer) flush();
  };

  const { form } = textarea;
  form?.addEventListener('desk:collect', flushPending);
  form?.addEventListener('focusout', flushPending);
  form?.addEventListener('submit', flushPending, { capture: true });
  form?.addEventListener('reset', () => setTimeout(reload));
  textarea.addEventListener('desk:replaced', reload);
  return { changed, flush: flushPending, reload };
}
