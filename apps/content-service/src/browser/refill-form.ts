import { takeParts } from './page-parts.ts';
import { zoneClock } from './zone-clock.ts';

const STEP = 'button[name="step"][value="fill"]';

/** `<form data-refill>`: what follows from a choice is filled in at once. Where that fails, the button still does it. */
export function refillForm(form: HTMLFormElement): void {
  let newest = 0;
  const refill = async () => {
    newest += 1;
    const own = newest;
    const html = await ask(form).catch(() => undefined);
    if (!html || own !== newest) return;
    for (const part of takeParts(html.body, undefined, html.sent)) {
      for (const input of part.querySelectorAll<HTMLInputElement>('input[type=datetime-local]'))
        zoneClock(input);
    }
    hideButton(form);
  };
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLElement && target.dataset.refills !== undefined) refill();
  });
  hideButton(form);
  if ([...form.querySelectorAll<HTMLSelectElement>('select[data-refills]')].some(isChosen)) refill();
}

/** Whether something was chosen before this code was there to hear of it: on a slow line, or on the way back. */
function isChosen({ value, selectedOptions }: HTMLSelectElement): boolean {
  return value !== '' && selectedOptions[0]?.defaultSelected === false;
}

/** The button stays where there is nothing to see yet. */
function hideButton(form: HTMLFormElement): void {
  const row = form.querySelector<HTMLElement>('.refill');
  if (row?.querySelector(STEP)) row.hidden = true;
}

async function ask(form: HTMLFormElement): Promise<{ body: string; sent: FormData } | undefined> {
  const sent = new FormData(form);
  const body = new URLSearchParams();
  for (const [name, value] of sent) body.append(name, String(value));
  body.set('step', 'fill');
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
  return answer.ok ? { body: await answer.text(), sent } : undefined;
}
