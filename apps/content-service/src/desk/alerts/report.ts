import { type AlertVersion, findAlertDeliveries, findAlertVersions } from '@warta/alerts';
import { DOORS } from '../../api/alerts/doors.ts';
import type { DeskRoutes } from '../context.ts';
import { named } from '../frame/views.ts';
import { deskLanguage } from '../frame/words.ts';
import { alertAddress } from './address.ts';
import { findPlaces, namesOf, zonesOf } from './places.ts';

/** How an alert or a drill went, to be printed: who did what when, how long it took, where it was seen. */
export const alertReportRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, read } of DOORS) {
    app.get(`${base}/:id/report`, { config: { permission: read } }, async (request, reply) => {
      const address = await alertAddress(db, request);
      const { alert, site } = address;
      const versions = (await findAlertVersions(db, alert.id)).reverse();
      const places = await findPlaces(db);
      const lang = deskLanguage(request);
      const names = new Map(namesOf(places, [...places.keys()], lang).map(({ slug, name }) => [slug, name]));
      const heading =
        versions[0]?.content.texts.find((text) => text.locale === lang) ?? versions[0]?.content.texts[0];
      return reply.draw('alerts/report', named(heading?.heading, 'alerts.report'), {
        ...address,
        practice: alert.practice,
        deliveries: await findAlertDeliveries(db, alert.id),
        steps: versions.flatMap(stepsOf),
        ...{ names, now: new Date(), zones: zonesOf(places, alert.sites, site) },
      });
    });
  }
};

/** What was done with a version, in the order in which it was done. */
function stepsOf({ kind, version: n, byName: by, at, release, proof }: AlertVersion) {
  const written = { what: `written-${kind}`, by, at: new Date(at), n };
  if (!release) return [written];
  const { reason, confirmedName, confirmedAt } = release;
  const out = new Date(release.at);
  const took = (out.getTime() - written.at.getTime()) / 1000;
  const released = { what: `released-${kind}`, by: release.byName, at: out, n, took, reason, proof };
  if (!confirmedName || !confirmedAt) return [written, released];
  return [written, released, { what: 'confirmed', by: confirmedName, at: new Date(confirmedAt), n }];
}
