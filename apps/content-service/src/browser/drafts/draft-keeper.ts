import { offerDraft } from './draft-offer.ts';
import { DraftStore } from './draft-store.ts';
import { type Fields, readFields, sentFields, writeFields } from './fields.ts';

const DEBOUNCE_MS = 400;

/** What others need of the keeper of a form. */
export interface Keeper {
  /** What the server has, as far as this page knows. */
  known(): string;
  /** Keeps what stands in the form now; false when the browser cannot. */
  keepNow(): boolean;
  /** The server has these fields: what is kept of them is no longer needed. */
  confirm(fields: Fields): void;
}

/**
 * Keeps in this browser what is typed into `<form data-draft-key data-base-revision>`, from the first key until the
 * server has it, and offers back what earlier pages have left.
 */
export function keepDrafts(form: HTMLFormElement): Keeper {
  const store = storeFor(form);
  const base = form.dataset.baseRevision ? Number(form.dataset.baseRevision) : null;
  let known = JSON.stringify(sentFields(form));
  let sent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keepNow = () => {
    clearTimeout(timer);
    timer = undefined;
    const fields = readFields(form);
    if (JSON.stringify(fields) !== known) {
      return store.keep({ fields, base, at: Date.now(), ...(sent ? { sent: true as const } : {}) });
    }
    store.clear();
    return true;
  };
  const keepPending = () => timer && keepNow();

  form.addEventListener('input', () => {
    sent = false;
    timer ??= setTimeout(keepNow, DEBOUNCE_MS);
  });
  form.addEventListener('submit', () => {
    sent = true;
    keepNow();
  });
  addEventListener('pagehide', keepPending);
  document.addEventListener('visibilitychange', keepPending);
  offerWhatIsLeft(form, store, known, keepNow);
  return {
    known: () => known,
    keepNow,
    confirm(fields) {
      known = JSON.stringify(fields);
      if (!timer) keepNow();
    },
  };
}

/**
 * `<… data-saved="post:1:id" data-saved-revision="4">`, or `data-saved` on a form itself, says that the form this
 * person sent has arrived.
 */
export function forgetSaved(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-saved]')) {
    const key = element.dataset.draftKey ?? element.dataset.saved ?? '';
    const revision = Number(element.dataset.savedRevision ?? element.dataset.saved);
    const store = new DraftStore(person(), key);
    for (const { id, draft } of store.left()) {
      // Words typed after the form was sent are not in it, and those of a later page not either.
      if (draft.sent && revision >= (draft.base ?? 0)) store.remove(id);
    }
  }
}

function offerWhatIsLeft(
  form: HTMLFormElement,
  store: DraftStore,
  sent: string,
  keepNow: () => boolean,
): void {
  const seen = new Set([sent]);
  for (const { id, draft } of store.left()) {
    const fields = onlyThose(form, draft.fields);
    const text = JSON.stringify(fields);
    if (seen.has(text)) store.remove(id);
    else
      offerDraft(
        form,
        { ...draft, fields },
        {
          takeBack: () => {
            writeFields(form, fields);
            keepNow();
            store.remove(id);
          },
          throwAway: () => store.remove(id),
        },
      );
    seen.add(text);
  }
}

/** A kept draft in the fields of today's form, should it have others than when the draft was kept. */
function onlyThose(form: HTMLFormElement, kept: Fields): Fields {
  const today = sentFields(form);
  return Object.fromEntries(Object.entries(today).map(([name, value]) => [name, kept[name] ?? value]));
}

function storeFor(form: HTMLFormElement): DraftStore {
  if (!person()) throw new Error('the page does not say who is signed in');
  return new DraftStore(person(), form.dataset.draftKey ?? '');
}

/** Several people use one computer; what one typed is nobody else's. */
function person(): string {
  return document.querySelector<HTMLElement>('[data-person]')?.dataset.person ?? '';
}
