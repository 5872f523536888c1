import { type Alert, wholeText } from '@warta/alerts';
import { alertUrl, capUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** The alerts that stand, as plain JSON; `docs/open-data.md` says what its fields hold. */
export function alertList({ config }: OpenDataContext, alerts: readonly Alert[]) {
  const standing = alerts.filter(({ state }) => state === 'standing');
  const list = standing.flatMap((alert) => {
    const { standing: version, number, kind, sites } = alert;
    if (!version?.release) return [];
    const { content, release, template } = version;
    const { category, severity, urgency, certainty, area, event, texts } = content;
    return [
      {
        ...{ id: alert.id, number, version: version.version, kind, template },
        ...{ category, severity, urgency, certainty, event },
        texts: texts.map(wholeText),
        everywhere: area.everywhere === true,
        countries: area.countries ?? [],
        sites,
        numbersThere: release.numbers.there,
        numbersHome: release.numbers.home,
        releasedAt: alert.releasedAt?.toISOString(),
        updatedAt: alert.updatedAt?.toISOString(),
        expiresAt: alert.expiresAt?.toISOString(),
        ...{ url: alertUrl(config, number, 'id'), cap: capUrl(config, number) },
      },
    ];
  });
  return { body: `${JSON.stringify({ alerts: list })}\n`, type: 'application/json; charset=utf-8' };
}
