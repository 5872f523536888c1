import { takeParts } from './page-parts.ts';
import { zoneClock } from './zone-clock.ts';

const STEP = 'button[name="step"][value="fill"]';

/** `<form data-refill>`: what follows from a choice is filled in at once. Where that fails, the button still does it. */
export function refillForm(form: HTMLFormElement): void {
  let newest = 0;
  form.addEventListener('change', async ({ target }) => {
    if (!(target instanceof HTMLElement) || target.dataset.refills === undefined) return;
    newest += 1;
    const own = newest;
    const html = await ask(form).catch(() => undefined);
    if (!html || own !== newest) return;
    for (const part of takeParts(html.body, undefined, html.sent)) {
      for (const input of part.querySelectorAll<HTMLInputElement>('input[type=datetime-local]'))
        zoneClock(input);
    }
    hideButton(form);
  });
  hideButton(form);
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
