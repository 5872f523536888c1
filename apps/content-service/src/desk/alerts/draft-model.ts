import {
  type Alert,
  type AlertKind,
  type AlertTemplate,
  CERTAINTIES,
  foreseeAlert,
  listTemplates,
  SEVERITIES,
  URGENCIES,
} from '@warta/alerts';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { JAKARTA } from '../../jakarta.ts';
import { deskLanguage } from '../frame/words.ts';
import { hereOf } from './address.ts';
import type { AlertFields } from './alert-fields.ts';
import { areaIn, areaOptions, choicesOf } from './area-choice.ts';
import { fillWords, lacksPlace } from './fill-words.ts';
import { lacking } from './lacking.ts';
import { numbersShown } from './numbers.ts';
import { findPlaces, namesOf, type Places, zonesOf } from './places.ts';
import { templateName } from './template-name.ts';

/** What a form of an alert is made of besides its fields. */
export interface DraftBasis {
  templates: AlertTemplate[];
  places: Places;
  /** By which moments are typed and shown. */
  zone: string;
}

export async function findBasis(db: Db, request: FastifyRequest): Promise<DraftBasis> {
  const zone = request.site?.timezone ?? JAKARTA;
  return { templates: await listTemplates(db), places: await findPlaces(db), zone };
}

/** The form with the approved words of what was chosen, in the languages of the sites where it would stand. */
export async function fillFor(db: Db, request: FastifyRequest, basis: DraftBasis, fields: AlertFields) {
  const foreseen = await foresee(db, fields, basis, false);
  const template = basis.templates.find(({ code }) => code === fields.template);
  if (!template?.content) return fields;
  const own = Object.keys(fields.texts)[0] ?? request.site?.locales[0] ?? 'id';
  const spoken = (foreseen?.sites ?? []).flatMap((slug) => basis.places.get(slug)?.locales ?? []);
  const approved = template.content.texts.map(({ locale }) => locale);
  const languages = [...new Set([own, ...byNumber(spoken), ...approved])];
  return fillWords(fields, { ...basis, languages });
}

/** Everything the form's page shows. */
export async function draftModel(
  db: Db,
  request: FastifyRequest,
  {
    basis,
    fields,
    practice,
    alert,
  }: { basis: DraftBasis; fields: AlertFields; practice: boolean; alert?: Alert | undefined },
) {
  const lang = deskLanguage(request);
  const site = request.site ?? undefined;
  const { templates, places, zone } = basis;
  const options = areaOptions(places, site, lang);
  const named = new Map([...options.countries, ...options.sites].map(({ value, label }) => [value, label]));
  const usable = templates.filter(({ content }) => content !== null);
  const foreseen = await foresee(db, fields, basis, practice);
  const kinds = (kind: AlertKind) =>
    usable.filter((one) => one.kind === kind).map((one) => [one.code, templateName(one, lang)]);
  return {
    ...{ fields, practice, alert, above: hereOf(site), here: alert && `${hereOf(site)}/${alert.id}` },
    templates: { hazard: kinds('hazard'), solemn: kinds('solemn') },
    isSolemn: templates.some(({ code, kind }) => code === fields.template && kind === 'solemn'),
    isFilled: fields.filled.template !== '',
    lacksPlace: lacksPlace(fields) || fields.place !== '',
    area: { ...options, chosen: fields.area.map((value) => [value, named.get(value) ?? value]) },
    where: foreseen && {
      sites: namesOf(places, foreseen.sites, lang),
      numbers: numbersShown(foreseen.numbers, places, lang),
      without: lacking(request, places, foreseen.without),
    },
    zones: zonesOf(places, foreseen?.sites ?? [], site),
    weights: { severity: SEVERITIES, urgency: URGENCIES, certainty: CERTAINTIES },
    typedIn: zone,
    until: untilOf(fields, alert),
  };
}

/** Where it would stand; undefined while no area is chosen that there is. */
async function foresee(
  db: Db,
  { area, template }: AlertFields,
  { templates, places }: DraftBasis,
  practice: boolean,
) {
  const kind = templates.find(({ code }) => code === template)?.kind ?? 'hazard';
  const rule = areaIn(area);
  if (Object.keys(rule).length !== 1) return undefined;
  const known = choicesOf(rule).every((choice) => !choice.startsWith('site:') || places.has(choice.slice(5)));
  if (!known) return undefined;
  try {
    return await foreseeAlert(db, { kind, area: rule, practice });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return undefined;
    throw error;
  }
}

/** When it would end if it were released now. */
function untilOf({ hours }: AlertFields, alert: Alert | undefined): Date | null {
  if (hours === 'keep') return alert?.expiresAt ?? null;
  const length = Number(hours);
  return length > 0 ? new Date(Date.now() + length * 3_600_000) : null;
}

/** The most frequent first. */
function byNumber(tags: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const tag of tags) count.set(tag, (count.get(tag) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
}
