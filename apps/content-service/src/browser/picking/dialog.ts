import type { PickPicture } from '../editor/insert.ts';
import { type Uploaded, uploadFrom } from '../upload/upload.ts';
import { say } from '../words.ts';
import { asMarkdown, type Listed, type ListedPage, listPictures } from './library.ts';
import { button, labelled, make } from './parts.ts';

const SEARCH_AFTER_MS = 300;

/** Where a picture of the library is looked for, or a new one sent, and then described for the text it is put in. */
export class PictureDialog {
  readonly #library: string;
  readonly #element = make('dialog', { className: 'picking' });
  readonly #body = make('div');
  readonly #tiles = make('ul', { className: 'tiles' });
  readonly #said = make('p', { className: 'muted' });
  readonly #more: HTMLButtonElement;
  readonly #words = make('input', { type: 'search', id: 'picking-words', autocomplete: 'off' });
  readonly #input = make('input', { type: 'file', id: 'picking-file' });
  readonly #upload = make('div');
  /** Sent from here and not put into the text yet. */
  readonly #arrived: Listed[] = [];
  #insert: PickPicture['insert'] = () => {};
  #page = 1;
  #turn = 0;

  constructor(library: string) {
    this.#library = library;
    const title = make('h2', { id: 'picking-title', textContent: say('pickTitle') });
    this.#element.setAttribute('aria-labelledby', title.id);
    this.#said.setAttribute('role', 'status');
    this.#more = button(say('pickMore'), 'button', () => void this.#list(this.#page + 1));
    const close = button(say('cancel'), 'button', () => this.#element.close());
    this.#element.append(make('div', { className: 'head' }, title, close), this.#body);
    document.body.append(this.#element);
    this.#listen();
  }

  /** Opens it; what is chosen is handed to `insert`. */
  async open(insert: PickPicture['insert']): Promise<void> {
    this.#insert = insert;
    this.#words.value = '';
    this.#show();
    this.#showLibrary(await this.#list(1));
  }

  /** Whether files that are dropped into the text are sent from here. */
  get takesFiles(): boolean {
    return this.#upload.childElementCount > 0;
  }

  #show(): void {
    if (!this.#element.open) this.#element.showModal();
  }

  #listen(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    this.#words.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.#list(1), SEARCH_AFTER_MS);
    });
    this.#input.addEventListener('desk:uploaded', (event) => {
      const { media } = (event as CustomEvent<Uploaded>).detail;
      this.#arrived.push({ ...media, address: `/media/${media.id}` });
      this.#show();
      if (this.#arrived.length === 1) this.#describeNext();
    });
  }

  #showLibrary(first: ListedPage | undefined): void {
    if (first?.upload && !this.takesFiles) this.#mountUpload(first.upload);
    const search = labelled(say('pickSearch'), this.#words);
    this.#body.replaceChildren(this.#upload, search, this.#said, this.#tiles, this.#more);
    this.#words.focus();
  }

  #mountUpload({ accept, maxBytes }: NonNullable<ListedPage['upload']>): void {
    this.#input.accept = accept;
    this.#input.dataset.maxBytes = String(maxBytes);
    this.#input.dataset.upload = `${this.#library}/uploads`;
    this.#upload.append(labelled(say('pickNew'), this.#input));
    uploadFrom(this.#input);
  }

  async #list(page: number): Promise<ListedPage | undefined> {
    this.#turn += 1;
    const turn = this.#turn;
    const found = await listPictures(this.#library, this.#words.value, page);
    // A slower answer to what was typed before must not replace the newer one.
    if (turn !== this.#turn) return found;
    this.#page = page;
    if (page === 1) this.#tiles.replaceChildren();
    this.#tiles.append(...(found?.items ?? []).map((item) => this.#tile(item)));
    this.#more.hidden = !found || found.page >= found.pages;
    const isEmpty = this.#tiles.childElementCount === 0;
    this.#said.textContent = found ? (isEmpty ? say('pickNone') : '') : say('pickTrouble');
    return found;
  }

  #tile(item: Listed): HTMLLIElement {
    const picture = make('img', { src: item.src, alt: '', loading: 'lazy' });
    const words = make('span', { textContent: item.alt || say('pickNoWords'), dir: 'auto' });
    const choose = make('button', { type: 'button' }, picture, words);
    choose.addEventListener('click', () => this.#describe(item));
    return make('li', {}, choose);
  }

  #describeNext(): void {
    const [next] = this.#arrived;
    if (next) this.#describe(next);
  }

  /** What it shows is asked once more: the same picture can mean another thing in another text. */
  #describe(item: Listed): void {
    const picture = make('img', { src: item.src, alt: item.alt, className: 'thumb' });
    const words = make('textarea', { id: 'picking-alt', rows: 2, value: item.alt, dir: 'auto' });
    const put = button(say('apply'), 'button first', () => {
      this.#insert(asMarkdown(item, words.value));
      if (this.#arrived[0] === item) this.#arrived.shift();
      if (this.#arrived.length > 0) this.#describeNext();
      else this.#element.close();
    });
    const back = button(say('pickBack'), 'button', () => {
      this.#arrived.length = 0;
      void this.open(this.#insert);
    });
    this.#body.replaceChildren(
      make('p', {}, picture),
      labelled(say('pictureText'), words),
      make('div', { className: 'actions' }, put, back),
    );
    words.focus();
  }
}
