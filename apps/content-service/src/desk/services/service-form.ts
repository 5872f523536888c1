import { type Service, serviceInput } from '@warta/sites';
import { checked } from '../frame/checked.ts';
import { wordFields, wordsIn } from '../frame/rows.ts';

/** How the form of a service shows it. */
export function serviceFields(service: Service): Record<string, string> {
  const { kind, about, address, purpose } = service;
  return {
    ...{ kind, address: address ?? '', purpose: purpose ?? '' },
    ...(service.kind === 'other' && wordFields('name', service.name)),
    ...wordFields('about', about),
  };
}

/**
 * The service that a form gives; `locale` is the language whose name is asked for where there is none.
 * @throws {DomainError} `invalid`, by the form's fields
 */
export function serviceIn(fields: Record<string, string>, locale: string): Service {
  const { kind, address = '', purpose = '' } = fields;
  const service = {
    ...{ kind, about: wordsIn(fields, 'about') },
    ...(kind === 'other' && { name: wordsIn(fields, 'name') }),
    ...{ address: address.trim() || null, purpose: purpose || null },
  };
  return checked(serviceInput, service, ([field = 'kind', part]) => fieldOf(String(field), part, locale));
}

/** The field of a form that something of a service came from. */
export function fieldOf(field: string, part: PropertyKey | undefined, locale: string): string {
  if (part !== undefined) return `${field}.${String(part)}`;
  return field === 'name' ? `name.${locale}` : field;
}
