const META = 'meta[name="csrf-token"]';
const meta = () => document.querySelector<HTMLMetaElement>(META);

/** The token that shows that a request comes from this page. */
export function csrfToken(): string {
  return meta()?.content ?? '';
}

/** Why a page cannot go on saving, or that it can. */
export type Renewed = 'renewed' | 'signed-out' | 'other-person' | 'offline';

/**
 * Whoever signed in again in another tab has a new session, and this page the token of the old one. It is read anew
 * from the address that `data-renew` names beside the token, or the page's own, and taken only when the same person is signed in.
 */
export async function renewToken(): Promise<Renewed> {
  try {
    const answer = await fetch(meta()?.dataset.renew ?? location.href, {
      headers: { accept: 'text/html' },
      cache: 'no-store',
    });
    if (!answer.ok) return answer.status < 500 ? 'signed-out' : 'offline';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = page.querySelector<HTMLMetaElement>(META)?.content;
    const person = personOf(page);
    if (!token || !person) return 'signed-out';
    if (person !== personOf(document)) return 'other-person';
    takeToken(token);
    return 'renewed';
  } catch {
    return 'offline';
  }
}

/** The forms of the page carry the token too: they must go on working without a reload. */
function takeToken(token: string): void {
  const old = csrfToken();
  meta()?.setAttribute('content', token);
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    if (field.value === old && field.name.startsWith('_')) field.value = token;
  }
}

function personOf(page: Document): string | undefined {
  return page.querySelector<HTMLElement>('[data-person]')?.dataset.person;
}
