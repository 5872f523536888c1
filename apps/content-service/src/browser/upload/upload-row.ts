import { say } from '../words.ts';

/** The line of one file: its name, how far it is, and what can be done about it. */
export class UploadRow {
  readonly element = document.createElement('li');
  readonly #bar = document.createElement('progress');
  readonly #state = document.createElement('span');
  readonly #buttons = document.createElement('span');

  constructor(name: string) {
    const shown = document.createElement('bdi');
    shown.textContent = name;
    this.#bar.max = 100;
    this.#bar.value = 0;
    this.#bar.setAttribute('aria-label', name);
    this.#state.className = 'upload-state';
    this.element.append(shown, ' ', this.#state, this.#bar, this.#buttons);
  }

  /** How far it is, from 0 to 100; nothing read out aloud, since a bar says it. */
  progress(percent: number): void {
    this.#bar.value = percent;
    this.says(say('uploading', { percent }));
  }

  says(words: string): void {
    this.#state.textContent = words;
  }

  finished(): void {
    this.#end('ok', say('finished'));
    this.#bar.value = 100;
  }

  /** Why it did not go, beside its name; with a way to try again where that can help. */
  refused(why: string, again?: () => void): void {
    this.#end('trouble', why);
    if (again) {
      this.#buttons.append(
        button('tryAgain', () => {
          this.#buttons.replaceChildren();
          this.#bar.hidden = false;
          delete this.element.dataset.tone;
          again();
        }),
      );
    }
    this.#buttons.append(button('remove', () => this.element.remove()));
  }

  #end(tone: string, words: string): void {
    this.element.dataset.tone = tone;
    this.#bar.hidden = true;
    this.#buttons.replaceChildren();
    this.says(words);
  }
}

function button(key: 'tryAgain' | 'remove', onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = say(key);
  made.addEventListener('click', onClick);
  return made;
}
