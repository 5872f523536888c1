import type { Coding, Page } from './page.ts';

/** Sent with everything a reader gets: no script, no frame, nothing from elsewhere. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

const POLICY = 'content-security-policy';

/** The head of a page in a coding, names and values in turn. */
export function headOf(page: Page, coding: Coding): string[] {
  return page.head(coding, () => [
    ...commonHead(page),
    ...['content-type', page.type],
    ...(coding === 'identity' ? [] : ['content-encoding', coding]),
    ...['content-length', String(page.body(coding).length)],
  ]);
}

/** The head for a client that has the page already. */
export function unchangedHeadOf(page: Page): string[] {
  return page.head('unchanged', () => commonHead(page));
}

function commonHead(page: Page): string[] {
  const security = page.frames
    ? { ...SECURITY_HEADERS, [POLICY]: `${SECURITY_HEADERS[POLICY]}; frame-src ${page.frames}` }
    : SECURITY_HEADERS;
  return Object.entries({
    ...security,
    'cache-control': 'no-cache',
    etag: page.etag,
    // A page of a site may be sent with a line on another language that it is there in.
    vary: page.place ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding',
    ...(page.link && { link: page.link }),
  }).flat();
}

/** A head with more to say, names and values in turn; of the same name, what is more stands alone. */
export function withMore(head: string[], more: readonly string[] | undefined): string[] {
  if (!more) return head;
  const names = new Set(more.filter((_, at) => at % 2 === 0));
  return [...head.filter((_, at) => !names.has(head[at - (at % 2)] as string)), ...more];
}
