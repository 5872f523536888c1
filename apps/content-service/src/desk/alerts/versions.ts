import { type AlertVersion, findAlertVersions } from '@warta/alerts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DOORS } from '../../api/alerts/doors.ts';
import type { DeskRoutes } from '../context.ts';
import { deskLanguage, deskWords } from '../frame/words.ts';
import { compareWords } from '../posts/compare.ts';
import { alertAddress } from './address.ts';
import { PARTS } from './alert-fields.ts';
import { areaWords } from './area-choice.ts';
import { findPlaces, type Places } from './places.ts';

const pair = z.object({
  from: z.coerce.number().int().positive().optional().catch(undefined),
  to: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Every version of an alert that was written, with its author; two of them compared by words. */
export const alertVersionRoutes: DeskRoutes = (app, context) => {
  const { db } = context.database;

  for (const { base, read } of DOORS) {
    app.get(`${base}/:id/versions`, { config: { permission: read } }, async (request, reply) => {
      const address = await alertAddress(db, request);
      const versions = await findAlertVersions(db, address.alert.id);
      const places = await findPlaces(db);
      const asked = pair.parse(request.query);
      const to = asked.to ?? versions[0]?.version ?? 1;
      const from = asked.from ?? to - 1;
      const [older, newer] = [from, to].map((n) => versions.find(({ version }) => version === n));
      return reply.draw('alerts/versions', 'alerts.versions', {
        ...address,
        practice: address.alert.practice,
        ...{ versions, from, to, isCompared: older && newer },
        changes: older && newer ? changesOf(request, places, older, newer) : [],
      });
    });
  }
};

/** What differs: words by language, and the facts beside them. */
function changesOf(request: FastifyRequest, places: Places, older: AlertVersion, newer: AlertVersion) {
  const tags = new Set([older, newer].flatMap(({ content }) => content.texts.map(({ locale }) => locale)));
  const words = [...tags].flatMap((locale) =>
    PARTS.map((part) => {
      const [before, after] = [older, newer].map(
        ({ content }) => content.texts.find((text) => text.locale === locale)?.[part] ?? '',
      );
      return { field: part, locale, pieces: compareWords(before ?? '', after ?? '', locale) };
    }),
  );
  const [before, after] = [older, newer].map((version) => factsOf(request, places, version));
  const facts = Object.entries(after ?? {}).map(([field, value]) => ({
    ...{ field, locale: null },
    pieces: compareWords(before?.[field] ?? '', value),
  }));
  return [...words, ...facts].filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'same'));
}

function factsOf(request: FastifyRequest, places: Places, { content }: AlertVersion): Record<string, string> {
  const lang = deskLanguage(request);
  const t = deskWords(lang);
  const { area, severity, urgency, certainty, expiry } = content;
  const weight = Object.entries({ severity, urgency, certainty });
  return {
    area: areaWords(area, places, lang, t('alerts.everywhere')),
    ...Object.fromEntries(weight.map(([name, word]) => [name, t(`alerts.${name}.${word.toLowerCase()}`)])),
    hours: expiry.hours === undefined ? (expiry.at ?? '') : t('alerts.hours', { n: expiry.hours }),
  };
}
