import {
  type AlertExpectation,
  findStandingAlerts,
  findUnseenAlerts,
  recordAlertSightings,
} from '@warta/alerts';
import { PRACTICE_SLUG } from '@warta/sites';
import type { BannerCheck } from './judge-banner.ts';
import type { ProbeOptions } from './probe.ts';
import type { Watcher } from './watcher.ts';

/** Looks at the banners that this node has not seen as they must be; tells whether something was wrong. */
export async function lookAtAlerts(options: ProbeOptions, watcher: Watcher): Promise<boolean> {
  const { database, node, origin, publicHost, ready } = options;
  const unseen = await findUnseenAlerts(database.db, node);
  if (unseen.length === 0) return false;
  await ready();
  const { alerts } = await findStandingAlerts(database.db);
  const standing = new Set(alerts.map(({ id }) => id));
  const checks = unseen.map((expectation) => checkOf(expectation, publicHost, standing));
  const seen = await watcher.lookAtBanners(origin, checks);
  await recordAlertSightings(database.db, node, seen);
  return seen.some(({ error }) => error !== undefined);
}

/** An exercise stands on its one site; every other alert on the portal as well, for as long as it stands anywhere. */
function checkOf(
  { siteHost, siteSlug, siteLocales: _, ...expectation }: AlertExpectation,
  publicHost: string,
  standing: ReadonlySet<string>,
): BannerCheck {
  const { alert, expect } = expectation;
  const home = siteHost ? { host: siteHost, path: '/' } : { host: publicHost, path: `/${siteSlug}/` };
  const onPortal = standing.has(alert) ? ('shown' as const) : ('absent' as const);
  const portal = { host: publicHost, path: '/', expect: onPortal };
  return {
    expectation,
    pages: siteSlug === PRACTICE_SLUG ? [{ ...home, expect }] : [{ ...home, expect }, portal],
  };
}
