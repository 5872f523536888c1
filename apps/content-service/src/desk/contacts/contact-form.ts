import { type Contact, contactInput, DAYS } from '@warta/sites';
import { checked } from '../frame/checked.ts';
import { wordFields, wordsIn } from '../frame/rows.ts';
import { hourFields, hoursIn } from './day-hours.ts';

/** How the form of a contact shows it. */
export function contactFields(contact: Contact): Record<string, string> {
  const { kind, purpose, label, hours } = contact;
  return {
    ...{ kind, purpose },
    ...wordFields('label', label),
    ...(contact.kind === 'address' ? wordFields('address', contact.address) : { value: contact.value }),
    ...hourFields(hours),
  };
}

/**
 * The contact that a form gives.
 * @throws {DomainError} `invalid`, by the form's fields
 */
export function contactIn(fields: Record<string, string>, locale: string): Contact {
  const { kind, purpose, value = '' } = fields;
  const hours = hoursIn(fields);
  const contact = {
    ...{ kind, purpose, hours, label: wordsIn(fields, 'label') },
    ...(kind === 'address' ? { address: wordsIn(fields, 'address') } : { value: value.trim() }),
  };
  return checked(contactInput, contact, ([field = 'value', part, index]) => {
    if (field === 'hours') return `hours.${dayOf(hours, part === 'periods' ? index : undefined)}`;
    return part === undefined && field === 'address'
      ? `address.${locale}`
      : [field, part].filter(Boolean).join('.');
  });
}

/** A day of the period that something is wrong with. */
function dayOf(hours: unknown, index: PropertyKey | undefined): string {
  const { periods = [] } = hours as { periods?: { days: string[] }[] };
  return periods[Number(index ?? 0)]?.days[0] ?? DAYS[0];
}
