const AFTER_MS = 300;

/**
 * `form data-shown-at="address" data-shown-in="id"`: what the form means so far is asked for while somebody fills it
 * in, and shown in that element. Its `role=status` stays in place, so that a change of it is read out.
 */
export function livePart(form: HTMLFormElement): void {
  const place = document.getElementById(form.dataset.shownIn ?? '');
  const address = form.dataset.shownAt;
  if (!place || !address) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;

  async function show(): Promise<void> {
    request?.abort();
    request = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    try {
      const answer = await fetch(address as string, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: request.signal,
      });
      if (answer.ok && place) put(place, await answer.text());
    } catch {
      // The button that shows it without script is there too.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), AFTER_MS);
  });
}

function put(place: HTMLElement, html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html').body;
  const said = place.querySelector('[role=status]');
  const saying = next.querySelector('[role=status]');
  const open = [...place.querySelectorAll('details')].map((details) => details.open);
  next.querySelectorAll('details').forEach((details, index) => {
    details.open = open[index] ?? false;
  });
  if (!said || !saying) {
    place.replaceChildren(...next.childNodes);
    return;
  }
  said.replaceChildren(...saying.childNodes);
  saying.remove();
  for (const old of [...place.children]) if (old !== said) old.remove();
  place.append(...next.childNodes);
}
