import { type Alert, type AlertVersion, foreseeAlert } from '@warta/alerts';
import type { Db } from '@warta/database';
import { findPinned, type PinnedHeadline } from '@warta/sync';
import type { FastifyRequest } from 'fastify';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { areaWords } from './area-choice.ts';
import { lacking } from './lacking.ts';
import { numbersShown } from './numbers.ts';
import { findPlaces, namesOf, zonesOf } from './places.ts';

/** What a version of an alert says and where, as the desk's pages tell it. */
export async function versionShown(db: Db, request: FastifyRequest, alert: Alert, version: AlertVersion) {
  const lang = deskLanguage(request);
  const places = await findPlaces(db);
  const { content, release, kind } = version;
  const { sites, numbers, without } = await placesOf(db, alert, version);
  return {
    version,
    isEnd: kind === 'cancel',
    texts: content.texts,
    area: areaWords(content.area, places, lang, deskWords(lang)('alerts.everywhere')),
    sites: namesOf(places, sites, lang),
    numbers: numbersShown(numbers, places, lang),
    without: lacking(request, places, without),
    until: release ? new Date(release.expiresAt) : endOf(alert, version),
    zones: zonesOf(places, sites, request.site ?? undefined),
    template: content.event[lang] ?? content.event.id ?? version.template,
  };
}

/** What is pinned where something waits to stand. A drill takes down nothing: the public must not see it. */
export async function pinnedFor(db: Db, { kind, practice, draft }: Alert): Promise<PinnedHeadline[]> {
  if (!draft || practice) return [];
  const { sites } = await foreseeAlert(db, { kind, area: draft.content.area, practice });
  return findPinned(db, sites);
}

/** Of what stands, the numbers it was released with; of what waits, those it would be released with now. */
async function placesOf(db: Db, alert: Alert, { content, release }: AlertVersion) {
  if (release) return { sites: alert.sites, numbers: release.numbers, without: [] };
  const { kind, practice } = alert;
  return foreseeAlert(db, { kind, area: content.area, practice });
}

/** When what waits would end if it were released now. */
function endOf({ expiresAt }: Alert, { kind, content }: AlertVersion): Date | null {
  if (kind === 'cancel') return expiresAt;
  const { hours, at } = content.expiry;
  return hours === undefined ? new Date(at ?? 0) : new Date(Date.now() + hours * 3_600_000);
}
