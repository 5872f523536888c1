import { takeParts } from './page-parts.ts';

const FIRST_MS = 400;
const LAST_MS = 5000;
const SLOWER = 1.4;

/** `<… data-part="name" data-live>`: is drawn anew until the server says that nothing more will change. */
export function pollPart({ dataset }: HTMLElement): void {
  const { part: name } = dataset;
  let pause = FIRST_MS;
  const look = async () => {
    const part = name && document.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part || part.dataset.live === undefined) return;
    const html = await read().catch(() => undefined);
    if (html) takeParts(html, name);
    pause = Math.min(LAST_MS, pause * SLOWER);
    setTimeout(look, pause);
  };
  setTimeout(look, pause);
}

async function read(): Promise<string | undefined> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
  return answer.ok ? answer.text() : undefined;
}
