import type { Alert } from '@warta/alerts';
import { bestText } from '@warta/languages';
import { MINISTRY_SLUG, type Site, siteName } from '@warta/sites';
import { generateAtomFeed } from 'feedsmith';
import { alertUrl, capUrl, openDataUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** An index of CAP messages (Atom, RFC 4287), ends included until what they end would have ended by itself. */
export function alertFeed(
  { config }: OpenDataContext,
  alerts: readonly Alert[],
  { sites, country }: { sites: ReadonlyMap<string, Site>; country: string | undefined },
) {
  const ministry = sites.get(MINISTRY_SLUG);
  const name = ministry ? siteName(ministry, 'id') : MINISTRY_SLUG;
  const self = openDataUrl(config, 'atom', country);
  const newest = Math.max(0, ...alerts.map(({ updatedAt }) => updatedAt?.getTime() ?? 0));
  const body = generateAtomFeed({
    id: self,
    title: { value: country ? `${name}: ${country}` : name },
    updated: new Date(newest),
    links: [{ href: self, rel: 'self', type: 'application/atom+xml' }],
    authors: [{ name }],
    entries: alerts.flatMap((alert) => entryOf(config, alert) ?? []),
  });
  return { body, type: 'application/atom+xml; charset=utf-8' };
}

function entryOf(config: OpenDataContext['config'], { number, standing, ...alert }: Alert) {
  const text = standing && bestText(standing.content.texts, 'id', ['en']);
  if (!text || !alert.updatedAt || !alert.releasedAt) return undefined;
  return {
    id: `urn:uuid:${alert.id}`,
    title: { value: text.heading },
    updated: alert.updatedAt,
    published: alert.releasedAt,
    links: [
      { href: capUrl(config, number), rel: 'alternate', type: 'application/cap+xml' },
      { href: alertUrl(config, number, 'id'), rel: 'related', type: 'text/html' },
    ],
    summary: { value: text.body || text.heading },
    categories: [{ term: alert.state }, { term: standing.content.severity }],
  };
}
