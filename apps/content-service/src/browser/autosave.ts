import { csrfToken, renewToken } from './csrf.ts';
import type { Keeper } from './drafts/draft-keeper.ts';
import { type Fields, readFields } from './drafts/fields.ts';
import { Pace } from './pace.ts';
import { type State, showState } from './save-state.ts';
import { clock } from './zone.ts';

const LONGEST_MS = 30_000;
const SUBMITTED = 'submitted';

/** What a save that did not succeed is called; `later` ones are tried again by themselves. */
type Outcome = { saved: true; at: number } | { saved: false; later: boolean; ended: boolean; state: State };

/**
 * Saves `<form data-autosave="…">` while somebody types: five seconds after the last key, and every fifteen. What
 * could not be saved is kept in this browser by its keeper, and sent once the line is back.
 */
export function autosave(form: HTMLFormElement, keeper: Keeper): void {
  const address = form.dataset.autosave ?? '';
  const pace = new Pace(attempt);
  let ended = false;
  let request: AbortController | undefined;

  async function attempt(): Promise<void> {
    const fields = readFields(form);
    if (ended || request || JSON.stringify(fields) === keeper.known()) return;
    request = new AbortController();
    const { signal } = request;
    const slow = setTimeout(() => request?.abort('slow'), LONGEST_MS);
    if (!pace.failing) showState(form, { key: 'saving', tone: 'busy' });
    const outcome = await save(form, address, fields, signal);
    clearTimeout(slow);
    request = undefined;
    if (signal.reason === SUBMITTED) return;
    if (outcome.saved) succeeded(fields, outcome.at);
    else failed(outcome);
  }

  function succeeded(fields: Fields, at: number): void {
    keeper.confirm(fields);
    showState(form, { key: 'saved', values: { time: clock(at) }, tone: 'ok' });
    pace.succeeded();
    if (JSON.stringify(readFields(form)) !== keeper.known()) pace.typed();
  }

  function failed({ later, ended: over, state }: Outcome & { saved: false }): void {
    const kept = keeper.keepNow();
    showState(form, kept ? state : { ...state, key: 'notKept' });
    ended = over;
    if (later) pace.failed();
  }

  form.addEventListener('input', () => pace.typed());
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (navigator.onLine) {
      pace.stop();
      request?.abort(SUBMITTED);
      return;
    }
    // The browser's own page about the missing line would stand where the words were.
    event.preventDefault();
    failed(trouble('offline'));
  });
  addEventListener('online', () => pace.now());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && pace.retry());
  addEventListener('pageshow', () => pace.retry());
}

/** Sends the form once, and once more where the token had to be renewed. */
async function save(
  form: HTMLFormElement,
  address: string,
  fields: Fields,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const answer = await post(form, address, fields, signal);
    if (answer.status !== 403) return judge(form, answer);
    const renewed = await renewToken();
    if (renewed === 'renewed') return judge(form, await post(form, address, fields, signal));
    if (renewed === 'other-person') return { ...trouble('otherPerson'), later: false };
    return trouble(renewed === 'signed-out' ? 'signedOut' : 'offline');
  } catch {
    return trouble('offline');
  }
}

function post(
  form: HTMLFormElement,
  address: string,
  fields: Fields,
  signal: AbortSignal,
): Promise<Response> {
  const { baseRevision } = form.dataset;
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': csrfToken() },
    body: JSON.stringify({ revision: baseRevision ? Number(baseRevision) : null, fields }),
    // A session that is over leads to the sign-in, whose page is no answer to this.
    redirect: 'manual',
    signal,
  });
}

interface Answer {
  savedAt?: string;
  compare?: string;
  message?: string;
}

async function judge(form: HTMLFormElement, answer: Response): Promise<Outcome> {
  const { status } = answer;
  if (answer.type === 'opaqueredirect' || status === 401 || status === 403) return trouble('signedOut');
  const said = (await answer.json().catch(() => ({}))) as Answer;
  if (answer.ok) return { saved: true, at: said.savedAt ? Date.parse(said.savedAt) : Date.now() };
  if (status === 409 || status === 412) {
    const compare = said.compare ?? form.dataset.compare;
    return { saved: false, later: false, ended: true, state: { key: 'conflict', compare, tone: 'trouble' } };
  }
  if (status >= 500 || status === 429 || status === 408) return trouble('serverTrouble');
  const state: State = {
    key: 'refused',
    values: { message: said.message ?? String(status) },
    tone: 'trouble',
  };
  return { saved: false, later: false, ended: false, state };
}

function trouble(key: State['key']): Outcome & { saved: false } {
  return { saved: false, later: true, ended: false, state: { key, tone: 'trouble' } };
}
