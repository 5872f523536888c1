import { say } from './words.ts';

/** Makes `<button data-copy="words" hidden>` copy its words, or those of the element `data-copy-from` names. */
export function copyButton(button: HTMLButtonElement): void {
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = 'copy-said';
  button.after(said);
  // Without a way to copy, the words beside it can still be selected.
  button.hidden = false;
  button.addEventListener('click', async () => {
    said.textContent = '';
    const copied = await navigator.clipboard?.writeText(wordsOf(button)).then(
      () => true,
      () => false,
    );
    said.textContent = say(copied ? 'copied' : 'notCopied');
  });
}

function wordsOf({ dataset }: HTMLElement): string {
  const from = dataset.copyFrom ? document.getElementById(dataset.copyFrom) : null;
  if (from instanceof HTMLTextAreaElement || from instanceof HTMLInputElement) return from.value;
  return from?.textContent ?? dataset.copy ?? '';
}
