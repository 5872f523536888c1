import type { StandingAlert } from '@warta/alerts';
import { translator } from '@warta/languages';
import { type AlertBanner, alertMark } from '@warta/rendering';
import type { Config } from '../config.ts';
import type { Place } from '../pages/answer.ts';
import { alertUrl, isMinistry, linksFrom, portalLocale } from '../public/links.ts';
import { alertLocale, listPath } from './alert-address.ts';
import type { AlertBoard } from './board.ts';
import { ministryOf } from './plain-context.ts';
import { showAlert } from './show-alert.ts';

const MOST = 3;
const MOST_NUMBERS = 3;
const LEAD_LENGTH = 280;

/** The banner of what stands on the pages of a site, in one language; undefined where nothing does. */
export function bannerFor(config: Config, board: AlertBoard, place: Place): AlertBanner | undefined {
  const standing = board.forSite(place.site);
  if (!standing) return undefined;
  const site = board.site(place.site) ?? ministryOf({ board });
  const isMinistrys = isMinistry(site);
  const link = linksFrom(config, site);
  const t = translator(place.locale);
  const said = new Set<string>();
  const alerts = standing.slice(0, MOST).map((alert, index) => {
    const url = alertUrl(config, alert.number, alertLocale(alert, place.locale));
    const shown = showAlert(board, alert, { ...site, locale: place.locale }, link(url));
    const isForHome = isMinistrys && shown.home.length > 0;
    const numbers = isForHome ? shown.home : numbersAt(alert, site.slug, shown.there);
    const notYet = numbers.filter(({ href }) => !said.has(href)).slice(0, MOST_NUMBERS);
    for (const { href } of notYet) said.add(href);
    const lead = index === 0 && leadOf(shown.text.paragraphs[0] ?? '', shown.text.lang);
    return {
      ...shown,
      ...(lead && { lead }),
      numbers: notYet,
      for: isForHome ? ('home' as const) : ('there' as const),
    };
  });
  const all = link(config.publicUrl + listPath(portalLocale(place.locale)));
  return {
    kind: 'partials/alerts',
    alerts,
    ...(standing.length > MOST && {
      all: {
        href: all,
        label: t('alerts.all', { count: standing.length }),
        marks: standing.slice(MOST).map(alertMark).join(' '),
      },
    }),
    t,
  };
}

/** Those of the mission whose page it is, where the alert has any. */
function numbersAt<Shown>({ numbersThere }: StandingAlert, slug: string, shown: Shown[]): Shown[] {
  const own = shown.filter((_, index) => numbersThere[index]?.site === slug);
  return own.length > 0 ? own : shown;
}

/** The whole sentences that a paragraph begins with, as far as there is room; half of one could mislead. */
function leadOf(paragraph: string, locale: string): string | undefined {
  let lead = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(paragraph)) {
    if (lead.length + segment.length > LEAD_LENGTH) break;
    lead += segment;
  }
  return lead.trim() || undefined;
}
