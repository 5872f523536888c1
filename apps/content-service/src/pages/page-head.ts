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
export function headOf(page: Page, coding: Coding, caching: string): string[] {
  return page.head(`${coding} ${caching}`, () => [
    ...commonHead(page, caching),
    ...['content-type', page.type],
    ...(coding === 'identity' ? [] : ['content-encoding', coding]),
    ...['content-length', String(page.body(coding).length)],
  ]);
}

/** The head for a client that has the page already. */
export function unchangedHeadOf(page: Page, caching: string): string[] {
  return page.head(`304 ${caching}`, () => commonHead(page, caching));
}

function commonHead(page: Page, caching: string): string[] {
  const security = page.frames
    ? { ...SECURITY_HEADERS, [POLICY]: `${SECURITY_HEADERS[POLICY]}; frame-src ${page.frames}` }
    : SECURITY_HEADERS;
  return Object.entries({
    ...security,
    'cache-control': caching,
    etag: page.etag,
    // A page of a site may be sent with a line on another language that it is there in.
    vary: page.place ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding',
    ...(page.link && { link: page.link }),
  }).flat();
}
