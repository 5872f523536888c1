import { type SiteInput, siteInput } from '../site-input.ts';

/** A valid mission with this slug, as it would come in, with anything set otherwise. */
export function missionInput(slug: string, set: Partial<SiteInput> = {}): SiteInput {
  return siteInput.parse({
    slug,
    kind: 'embassy',
    name: { id: `KBRI ${slug}`, en: `Embassy in ${slug}` },
    city: slug,
    country: 'JP',
    region: 'asia-pacific',
    timezone: 'Asia/Tokyo',
    locales: ['id', 'en'],
    ...set,
  });
}

/** The ministry's own site, as it would come in. */
export function ministryInput(): SiteInput {
  return missionInput('kemlu', {
    kind: 'ministry',
    country: 'ID',
    region: undefined,
    timezone: 'Asia/Jakarta',
  });
}
