import { autosave } from './autosave.ts';
import { charCount } from './char-count.ts';
import { chosenWith } from './chosen-with.ts';
import { copyButton } from './copy-button.ts';
import { showCrops } from './crops.ts';
import { forgetSaved, keepDrafts } from './drafts/draft-keeper.ts';
import { focalPoint } from './focal-point.ts';
import { foldNarrow } from './fold-narrow.ts';
import { livePart } from './live-part.ts';
import { narrowList } from './narrow-list.ts';
import { pickPictures } from './picking/pick-pictures.ts';
import { uploadFrom } from './upload/upload.ts';
import { uploadedFields } from './upload/uploaded-fields.ts';
import { say } from './words.ts';
import { zoneClock } from './zone-clock.ts';

/** Lets a function do its work on every element that asks for it; a failing one leaves the plain page in place. */
function enhance<Kind extends HTMLElement>(selector: string, work: (element: Kind) => unknown): void {
  for (const element of document.querySelectorAll<Kind>(selector)) {
    try {
      work(element);
    } catch (error) {
      console.warn(`${selector} stays plain`, error);
    }
  }
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

forgetSaved();
enhance<HTMLFormElement>('form[data-draft-key]', (form) => {
  const keeper = keepDrafts(form);
  if (form.dataset.autosave) autosave(form, keeper);
});
enhance('textarea[data-editor]:read-write', loadEditor);
enhance('input[type=file][data-upload]', uploadFrom);
enhance('input[type=file][data-then-submit]', uploadedFields);
enhance('textarea[data-pictures]', pickPictures);
enhance('[data-focal-point]', focalPoint);
enhance('[data-focal-point]', showCrops);
enhance('button[data-copy], button[data-copy-from]', copyButton);
enhance('[data-count]', charCount);
enhance('input[data-chosen-with]', chosenWith);
enhance('input[type=datetime-local]:not([data-plain-clock])', zoneClock);
enhance('form[data-shown-at]', livePart);
enhance('[data-narrows]', narrowList);
enhance('details[data-fold-narrow]', foldNarrow);
enhance('[data-events]', async (board) => (await import('./board.ts')).watchBoard(board));
enhance<HTMLFormElement>('form[data-refill]', async (form) =>
  (await import('./refill-form.ts')).refillForm(form),
);
enhance('[data-part][data-live]', async (part) => (await import('./polled-part.ts')).pollPart(part));
