import type { Fields } from './fields.ts';

/** Words typed in one page and not yet confirmed by the server. */
export interface Draft {
  fields: Fields;
  /** The revision the page showed; nothing for a text that had none. */
  base: number | null;
  /** Milliseconds since 1970. */
  at: number;
  /** The form was sent with these words; whether they arrived is not known. */
  sent?: true;
}

const PREFIX = 'warta:draft:';
const KEPT_FOR_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Drafts of one person and one text in this browser. `localStorage`, because it is written before a closing page is
 * gone, which IndexedDB does not promise. Each open page has a draft of its own: two tabs do not overwrite each other.
 */
export class DraftStore {
  readonly #prefix: string;
  readonly #own: string;

  constructor(person: string, key: string) {
    this.#prefix = `${PREFIX}${encodeURIComponent(person)}:${encodeURIComponent(key)}:`;
    this.#own = this.#prefix + Math.random().toString(36).slice(2);
  }

  /** Keeps what was typed in this page, and says whether the browser has room for it. */
  keep(draft: Draft): boolean {
    const text = JSON.stringify(draft);
    return write(this.#own, text) || (removeOldest(this.#own) && write(this.#own, text));
  }

  /** Forgets what was typed in this page. */
  clear(): void {
    this.remove(this.#own);
  }

  remove(id: string): void {
    try {
      localStorage.removeItem(id);
    } catch {}
  }

  /** What earlier pages have left, newest first; with what is too old, it is thrown away. */
  left(): { id: string; draft: Draft }[] {
    const all = everything();
    for (const { id, draft } of all) if (draft.at < Date.now() - KEPT_FOR_MS) this.remove(id);
    return all
      .filter(
        ({ id, draft }) =>
          id.startsWith(this.#prefix) && id !== this.#own && draft.at >= Date.now() - KEPT_FOR_MS,
      )
      .sort((one, other) => other.draft.at - one.draft.at);
  }
}

function write(id: string, text: string): boolean {
  try {
    localStorage.setItem(id, text);
    return true;
  } catch {
    return false;
  }
}

/** A full store makes room by what was kept longest ago. */
function removeOldest(except: string): boolean {
  const [oldest] = everything()
    .filter(({ id }) => id !== except)
    .sort((one, other) => one.draft.at - other.draft.at);
  if (oldest) localStorage.removeItem(oldest.id);
  return oldest !== undefined;
}

function everything(): { id: string; draft: Draft }[] {
  try {
    const ids = Object.keys(localStorage).filter((id) => id.startsWith(PREFIX));
    return ids.flatMap((id) => {
      const draft = parse(localStorage.getItem(id));
      return draft ? [{ id, draft }] : [];
    });
  } catch {
    return [];
  }
}

function parse(text: string | null): Draft | undefined {
  try {
    return JSON.parse(text ?? '') as Draft;
  } catch {
    return undefined;
  }
}
