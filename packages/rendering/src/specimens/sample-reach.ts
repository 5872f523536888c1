import { translator } from '@warta/languages';
import type { Reach } from '../contact-parts.ts';
import type { ContactPage } from '../page-models.ts';
import type { SampleLang } from './sample-texts.ts';

const call = { kind: 'phone' as const, text: '+44 20 7946 0123', href: 'tel:+442079460123' };
const address = { kind: 'address' as const, text: 'Jalan <Contoh> 1' };

/** Whom to reach: the ministry for citizens in distress, an office with hours. */
export function reachOf(lang: SampleLang): Reach {
  const t = translator(lang);
  const labelled = { label: 'ビザ', labelTongue: { lang: 'ja', dir: 'ltr' as const } };
  return {
    emergency: { ...call, hours: t('contact.always') },
    fromMinistry: true,
    others: [
      {
        heading: t('contact.purpose.visas'),
        ways: [{ ...call, ...labelled, hours: 'Senin 09.00–12.00' }, address],
      },
    ],
    clock: t('contact.clock', { city: 'Tokyo' }),
    page: { href: '/tokyo/id/contact', label: t('contact.all') },
  };
}

/** What a contact page has of its own: the ministry's hotline, an office that is closed now, a holiday. */
export function contactParts(
  lang: SampleLang,
): Pick<ContactPage, 'kind' | 'intro' | 'groups' | 'services' | 'holidays'> {
  const t = translator(lang);
  const week = [
    { days: 'Senin–Jumat', times: '09.00–12.00, 13.00–17.00' },
    { days: t('contact.holidays.on'), times: t('contact.shut') },
  ];
  const group = (purpose: string, ways: ContactPage['groups'][number]['ways'], fromMinistry = false) => ({
    ...{ purpose, ways, fromMinistry },
    heading: t(`contact.purpose.${purpose}`),
  });
  return {
    kind: 'contact',
    intro: t('contact.intro', { name: 'KBRI Tokyo' }),
    groups: [
      group('emergency', [{ ...call, week: [], open: true, now: t('contact.open') }], true),
      group('visas', [
        {
          ...call,
          kind: 'whatsapp',
          week,
          clock: 'Jam',
          open: false,
          now: t('contact.closed.until', { moment: '09.00' }),
        },
        {
          ...address,
          tongue: { lang: 'id', dir: 'ltr' },
          week,
          clock: t('contact.clock', { city: 'Tokyo' }),
        },
      ]),
    ],
    services: [
      {
        ...{ id: 'service-visas', name: t('service.visas'), about: 'Paspor <asli>\nFoto' },
        more: {
          href: 'https://www.example.org/',
          label: t('service.more', { name: 'Visa' }),
          external: true,
        },
        contact: { href: '#visas', label: t('service.contact', { name: 'Visa' }) },
      },
      {
        ...{ id: 'service-other-x', name: 'Penerjemahan', nameTongue: { lang: 'id', dir: 'ltr' } },
        ...{ about: 'Bawa naskah asli.', aboutTongue: { lang: 'id', dir: 'ltr' } },
      },
    ],
    holidays: [{ iso: '2026-12-25', date: '25 Desember', name: 'Natal', tongue: { lang: 'id', dir: 'ltr' } }],
  };
}

const phone = { kind: 'phone' as const, href: 'tel:+442079460123', text: '+44 20 7946 0123' };
const tokyo = { name: 'KBRI Tokyo', city: 'Tokyo', href: '/tokyo/id/contact' };

/** Two countries: one whose mission answers now, one that it serves without a number of its own. */
export const sampleHelp = {
  kind: 'help' as const,
  hotline: [phone],
  hotlineCard: '/help/kemlu.vcf',
  countries: [
    {
      code: 'JP',
      name: 'Jepang',
      missions: [
        { ...tokyo, ways: [{ ...phone, open: true, now: 'Buka <sekarang>' }], card: '/help/tokyo.vcf' },
      ],
    },
    { code: 'FM', name: 'Mikronesia', missions: [{ ...tokyo, status: 'limited' as const, ways: [] }] },
  ],
};
