import { say } from '../words.ts';
import { moment } from '../zone.ts';
import { differences } from './differences.ts';
import type { Draft } from './draft-store.ts';
import { readFields } from './fields.ts';

/** What can be done with a draft that was left. */
export interface Choices {
  takeBack(): void;
  throwAway(): void;
}

/**
 * Says above the form that something was typed and never saved, shows what differs, and lets the person choose. It
 * stays until they do: closing the page decides nothing.
 */
export function offerDraft(form: HTMLFormElement, draft: Draft, choices: Choices): void {
  const offer = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = say('keptTitle');
  title.id = `draft-${draft.at}`;
  offer.className = 'draft-offer';
  offer.setAttribute('aria-labelledby', title.id);
  const base = form.dataset.baseRevision ? Number(form.dataset.baseRevision) : null;
  const words = [line(say('keptFrom', { time: moment(draft.at) }))];
  if (base !== draft.base) words.push(line(say('keptOlder')));
  const done = (taken: boolean) => {
    if (taken) choices.takeBack();
    else choices.throwAway();
    const said = line(say(taken ? 'takenBack' : 'thrownAway'));
    said.tabIndex = -1;
    offer.replaceChildren(said);
    said.focus();
  };
  const buttons = document.createElement('p');
  buttons.append(
    button('takeBack', () => done(true)),
    button('throwAway', () => done(false)),
  );
  offer.append(title, ...words, differences(form, readFields(form), draft.fields), buttons);
  form.before(offer);
}

function line(words: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = words;
  return made;
}

function button(key: 'takeBack' | 'throwAway', onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = say(key);
  made.dataset.choice = key;
  made.addEventListener('click', onClick);
  return made;
}
