import { type Contact, contactsInput } from '@warta/sites';

/** Said with every sample, in the languages of the desk: nobody may take it for a contact of the ministry. */
const SAMPLE = { id: 'Contoh, bukan nomor sungguhan', en: 'Sample, not a real number' };

/**
 * The hotline that stands where a mission has none. The number is one of those that Ofcom keeps for films and
 * television, so nobody is called by it.
 */
export const SAMPLE_HOTLINE: Contact[] = contactsInput.parse([
  {
    kind: 'phone',
    purpose: 'emergency',
    value: '+44 20 7946 0123',
    label: SAMPLE,
    hours: { kind: 'always' },
  },
]);

/** What a mission may have besides, at a name that RFC 6761 keeps free and numbers kept for films. */
export function sampleContacts(slug: string): Contact[] {
  const office = { kind: 'weekly', periods: [{ days: WEEKDAYS, opens: '09:00', closes: '17:00' }] };
  const counter = { kind: 'weekly', periods: [{ days: WEEKDAYS, opens: '09:00', closes: '12:00' }] };
  return contactsInput.parse([
    { kind: 'whatsapp', purpose: 'visas', value: '+1 202 555 0123', label: SAMPLE, hours: counter },
    {
      kind: 'email',
      purpose: 'general',
      value: `info@${slug}.example`,
      label: SAMPLE_MAILBOX,
      hours: office,
    },
    { kind: 'email', purpose: 'press', value: `press@${slug}.example`, label: SAMPLE_MAILBOX },
  ]);
}

const SAMPLE_MAILBOX = { id: 'Contoh, bukan alamat sungguhan', en: 'Sample, not a real address' };
const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr'];
