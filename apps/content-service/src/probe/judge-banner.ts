import type { AlertExpectation, AlertSighting } from '@warta/alerts';
import { readAlertMarks } from '@warta/rendering';
import type { Sight } from './judge-sight.ts';

/** A page to look at, and what must be seen of the alert there. */
export interface BannerPage {
  host: string;
  path: string;
  expect: AlertExpectation['expect'];
}

/** One site to look at: what must be seen of an alert on it, and on the portal. */
export interface BannerCheck {
  expectation: Pick<AlertExpectation, 'alert' | 'site' | 'number' | 'version' | 'expect'>;
  pages: BannerPage[];
}

/** What was seen of an alert, given what a reader got of each page of the check. */
export function judgeBanner({ expectation, pages }: BannerCheck, sights: readonly Sight[]): AlertSighting {
  const { alert, site, version, expect } = expectation;
  const wrongs = pages.map((page, index) => wrongWith(expectation, page, sights[index] as Sight));
  const error = wrongs.find((wrong) => wrong !== undefined);
  return { alert, site, version, shown: expect === 'shown', ...(error !== undefined && { error }) };
}

function wrongWith(
  { number, version }: BannerCheck['expectation'],
  { path, expect }: BannerPage,
  sight: Sight,
): string | undefined {
  if (sight.status !== 200) return `${path} answers ${sight.status}`;
  const seen = readAlertMarks(sight.body).filter((mark) => mark.number === number);
  if (expect === 'absent') return seen.length > 0 ? `${path} still shows it` : undefined;
  if (seen.length === 0) return `${path} does not show it`;
  const other = seen.find((mark) => mark.version !== version);
  return other && `${path} shows version ${other.version}, not ${version}`;
}
