import { askRow } from './editor/ask-row.ts';
import { createMilkdown } from './editor/milkdown.ts';
import { makeSurface } from './editor/surface.ts';
import { keepInSync, type Sync } from './editor/sync.ts';
import { makeToolbar } from './editor/toolbar.ts';
import { makeTools } from './editor/tools.ts';
import type { Say } from './words.ts';

/**
 * Lays the visual editor over a textarea, which goes on holding the Markdown: the form is sent, checked and kept
 * from there. When anything fails on the way, the textarea is left as it was.
 */
export async function mountEditor(textarea: HTMLTextAreaElement, say: Say): Promise<void> {
  const surface = makeSurface(textarea);
  const { value } = textarea;
  let sync: Sync | undefined;
  try {
    const { view, read, replace } = await createMilkdown(surface.page, textarea, () => sync?.changed());
    await untilNobodyTypes(textarea);
    if (textarea.value !== value) replace(textarea.value);
    sync = keepInSync(textarea, read, replace);
    const ask = askRow(say);
    const tools = makeTools(view, (fields, onDone) => ask.open(fields, onDone, view));
    const toolbar = makeToolbar(tools, say, view, (plain) => {
      if (plain) sync?.flush();
      else sync?.reload();
      surface.showPlain(plain);
    });
    surface.show(toolbar, ask.element, view);
  } catch (error) {
    surface.remove();
    throw error;
  }
}

/** Whoever has begun to write while the editor was loading keeps the textarea until they leave it. */
async function untilNobodyTypes(textarea: HTMLTextAreaElement): Promise<void> {
  if (document.activeElement !== textarea || textarea.value === textarea.defaultValue) return;
  await new Promise((left) => textarea.addEventListener('blur', left, { once: true }));
}
