import { say } from './words.ts';

for (const textarea of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-editor]')) {
  void loadEditor(textarea);
}

/** The textarea does all that is needed: an editor that cannot be loaded is tried again when the line is back. */
async function loadEditor(textarea: HTMLTextAreaElement): Promise<void> {
  try {
    const { mountEditor } = await import('./editor.ts');
    await mountEditor(textarea, say);
  } catch (error) {
    console.warn('the editor could not be loaded', error);
    addEventListener('online', () => void loadEditor(textarea), { once: true });
  }
}
