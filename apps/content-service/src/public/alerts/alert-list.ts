import { type OpenAlert, wholeText } from '@warta/alerts';
import { alertUrl, capUrl } from '../links.ts';
import type { OpenDataContext } from './open-data.ts';

/** The alerts that stand, as plain JSON; `docs/open-data.md` says what its fields hold. */
export function alertList({ config }: OpenDataContext, alerts: readonly OpenAlert[]) {
  const standing = alerts.filter(({ cancelled }) => !cancelled);
  const list = standing.flatMap((alert) => {
    const { id, number, kind, sites, releasedAt, updatedAt, expiresAt } = alert;
    const [latest] = alert.versions;
    if (!latest) return [];
    const { version, content, numbers, template } = latest;
    const { category, severity, urgency, certainty, area, event, texts } = content;
    return [
      {
        ...{ id, number, version, kind, template },
        ...{ category, severity, urgency, certainty, event },
        texts: texts.map(wholeText),
        everywhere: area.everywhere === true,
        countries: area.countries ?? [],
        sites,
        numbersThere: numbers.there,
        numbersHome: numbers.home,
        ...{ releasedAt, updatedAt, expiresAt },
        ...{ url: alertUrl(config, number, 'id'), cap: capUrl(config, number) },
      },
    ];
  });
  return { body: `${JSON.stringify({ alerts: list })}\n`, type: 'application/json; charset=utf-8' };
}
