import type { StandingAlert } from '@warta/alerts';
import { translator } from '@warta/languages';
import { type AlertBanner, type AlertShown, alertMark, type NumberShown } from '@warta/rendering';
import type { EmergencySite } from '@warta/sites';
import type { Config } from '../config.ts';
import type { Place } from '../pages/answer.ts';
import { alertUrl, isMinistry, linksFrom, portalLocale } from '../public/links.ts';
import { alertLocale, listPath } from './alert-address.ts';
import type { AlertBoard } from './board.ts';
import { ministryOf } from './plain-context.ts';
import { showAlert } from './show-alert.ts';

const MOST = 3;
const MOST_NUMBERS = 3;
const LEAD_LENGTH = 320;

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
    const numbers = isForHome ? shown.home : numbersAt(board, site, alert, shown);
    const called = alert.kind === 'solemn' ? [] : numbers;
    const notYet = called.filter(({ href }) => !said.has(href)).slice(0, MOST_NUMBERS);
    for (const { href } of notYet) said.add(href);
    const lead = index === 0 && leadOf(shown.text.paragraphs.join(' '), shown.text.lang);
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

/** Those of the mission whose page it is, else of another one in its country, else the ministry's. */
function numbersAt(
  board: AlertBoard,
  { slug, country }: Pick<EmergencySite, 'slug' | 'country'>,
  { numbersThere }: StandingAlert,
  { there, home }: AlertShown,
): NumberShown[] {
  const of = (isMeant: (site: string) => boolean) =>
    there.filter((_, index) => isMeant(numbersThere[index]?.site ?? ''));
  const own = of((site) => site === slug);
  const near = own.length > 0 ? own : of((site) => board.siteNamed({ slug: site })?.country === country);
  if (near.length > 0) return near;
  return home.length > 0 ? home : there;
}

/** The whole sentences that a text begins with, as far as there is room; half of one could mislead. */
function leadOf(text: string, locale: string): string | undefined {
  let lead = '';
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    if (lead.length + segment.length > LEAD_LENGTH) break;
    lead += segment;
  }
  return lead.trim() || undefined;
}
