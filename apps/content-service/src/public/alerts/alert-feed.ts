import type { OpenAlert } from '@warta/alerts';
import { bestText } from '@warta/languages';
import { siteName } from '@warta/sites';
import { generateAtomFeed } from 'feedsmith';
import { ministryOf } from '../../alerts/plain-context.ts';
import { alertUrl, capUrl, openDataUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** An index of CAP messages (Atom, RFC 4287), ends included until what they end would have ended by itself. */
export function alertFeed(
  { config, board }: OpenDataContext,
  alerts: readonly OpenAlert[],
  country: string | undefined,
) {
  const name = siteName(ministryOf({ board }), 'id');
  const self = openDataUrl(config, 'atom', country);
  const newest = Math.max(0, ...alerts.map(({ updatedAt }) => Date.parse(updatedAt)));
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

function entryOf(config: OpenDataContext['config'], { number, versions: [latest], ...alert }: OpenAlert) {
  const text = latest && bestText(latest.content.texts, 'id', ['en']);
  if (!text) return undefined;
  return {
    id: `urn:uuid:${alert.id}`,
    title: { value: text.heading },
    updated: new Date(alert.updatedAt),
    published: new Date(alert.releasedAt),
    links: [
      { href: capUrl(config, number), rel: 'alternate', type: 'application/cap+xml' },
      { href: alertUrl(config, number, 'id'), rel: 'related', type: 'text/html' },
    ],
    summary: { value: text.body || text.heading },
    categories: [{ term: alert.cancelled ? 'cancelled' : 'standing' }, { term: latest.content.severity }],
  };
}
