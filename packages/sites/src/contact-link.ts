import type { Contact } from './contact-input.ts';
import { formatPhone } from './phone-number.ts';

/** The address that a phone opens for a contact; a postal address has none. */
export function contactLink(contact: Contact): string | undefined {
  if (contact.kind === 'phone') return `tel:${contact.value}`;
  if (contact.kind === 'whatsapp') return `https://wa.me/${contact.value.slice(1)}`;
  return contact.kind === 'email' ? `mailto:${contact.value}` : undefined;
}

/** A contact as people read it; a postal address has words of its own for each language. */
export function contactText(contact: Contact): string | undefined {
  if (contact.kind === 'address') return undefined;
  return contact.kind === 'email' ? contact.value : formatPhone(contact.value);
}
