import { type AlertInput, alertInput } from '@warta/alerts';
import { isoInZone, momentAt } from '@warta/languages';
import { DomainError, type FieldError, invalid } from '@warta/problems';
import { checked } from '../frame/checked.ts';
import { type AlertFields, PARTS } from './alert-fields.ts';
import { areaIn } from './area-choice.ts';

interface Reading {
  /** The clock by which a moment is typed. */
  zone: string;
  /** Until when the alert stands so far. */
  expiresAt: Date | null;
}

/**
 * The alert that a form gives; a language without words is left out.
 * @throws {DomainError} `invalid`, by the form's fields
 */
export function alertIn(fields: AlertFields, reading: Reading): AlertInput {
  const [first] = Object.keys(fields.texts);
  const texts = Object.entries(fields.texts)
    .filter(([locale, typed]) => locale === first || PARTS.some((part) => typed[part] !== ''))
    .map(([locale, typed]) => ({ locale, ...typed }));
  const { template, place, severity, urgency, certainty } = fields;
  if (template === '') throw invalid({ field: 'template', message: 'choose one', why: 'choose' });
  if (fields.area.length === 0) throw invalid({ field: 'area', message: 'choose one', why: 'alert.area' });
  const value = {
    ...{ template, area: areaIn(fields.area), texts, expiry: expiryIn(fields, reading) },
    ...{ severity, urgency, certainty, place: place || undefined },
  };
  return checked(alertInput, value, (path) => fieldOf(path.join('.'), locales(texts)));
}

/** Carries out a change; what the alerts refuse is told by the form's fields, with why. */
export async function bySpokenFields<T>(fields: AlertFields, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    const said = Object.entries(fields.texts).filter(([, typed]) => PARTS.some((part) => typed[part] !== ''));
    const tags = said.map(([locale]) => locale);
    throw invalid(...error.errors.map((one) => ({ ...one, ...toldBy(one, tags) })));
  }
}

const locales = (texts: readonly { locale: string }[]) => texts.map(({ locale }) => locale);

function toldBy({ field }: FieldError, tags: readonly string[]): Pick<FieldError, 'field' | 'why'> {
  const own = fieldOf(field, tags);
  const why = own.startsWith('text.') || own === 'place' ? 'unfilled' : WHY[own];
  return { field: own, ...(why && { why: `alert.${why}` }) };
}

const WHY: Record<string, string> = { template: 'template', area: 'not-yours', hours: 'over' };

/** `texts.1.heading` → `text.en.heading`, `area.countries.0` → `area`. */
function fieldOf(path: string, tags: readonly string[]): string {
  const [noun = '', index, part] = path.split('.');
  if (noun === 'texts' && index !== undefined)
    return `text.${tags[Number(index)] ?? 'id'}.${part ?? 'heading'}`;
  return noun === 'expiry' ? 'hours' : noun;
}

function expiryIn({ hours, at }: AlertFields, { zone, expiresAt }: Reading) {
  if (hours === 'keep' && expiresAt) return { at: expiresAt.toISOString() };
  if (hours !== 'at') return { hours: Number(hours) };
  const moment = momentAt(at, zone);
  if (!moment) throw invalid({ field: 'at', message: 'is not a date and time', why: 'moment' });
  return { at: isoInZone(moment, zone) };
}
