import type { MissionsPage } from '../page-models.ts';
import { pageBase, portalPage } from './sample-pages.ts';
import type { SampleLang } from './sample-texts.ts';

/** The directory, with a filter that holds what must be escaped. */
export function missionsPage(lang: SampleLang): MissionsPage {
  const base = pageBase(lang);
  const mission = (slug: string, label: string, city: string) => ({
    href: `/${slug}/`,
    label,
    city,
    fullName: `${label} (lengkap)`,
  });
  return {
    ...base,
    kind: 'missions',
    title: base.t('missions.title'),
    site: portalPage(lang).site,
    filter: {
      action: '/missions',
      q: 'ja"pan',
      region: 'asia-pacific',
      regions: [{ value: 'asia-pacific', label: base.t('region.asia-pacific') }],
    },
    map: { src: '/missions/map.svg', width: 1000, height: 460, alt: 'Peta <dunia>' },
    count: 3,
    regions: [
      {
        id: 'asia-pacific',
        name: base.t('region.asia-pacific'),
        countries: [
          {
            country: 'Jepang',
            missions: [mission('tokyo', 'KBRI Tokyo', 'Tokyo'), mission('osaka', 'KJRI Osaka', 'Osaka')],
          },
        ],
      },
      {
        id: 'africa',
        name: base.t('region.africa'),
        countries: [
          {
            country: 'Sudan',
            missions: [{ ...mission('khartoum', 'KBRI Khartoum', 'Port Sudan'), status: 'relocated' }],
          },
        ],
      },
    ],
  };
}
