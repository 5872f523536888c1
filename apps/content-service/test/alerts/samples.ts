import type { OpenAlert, StandingAlert } from '@warta/alerts';
import type { EmergencySite } from '@warta/sites';

const HOUR_MS = 3_600_000;

/** A moment so many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

/** An earthquake, for the sites named by id; every number is one that nobody has. */
export const standing = (more: Partial<StandingAlert> = {}): StandingAlert => ({
  ...{ id: `a-${more.number ?? 12}`, number: 12, version: 1, kind: 'hazard', template: 'earthquake' },
  ...{ severity: 'Extreme', urgency: 'Immediate', certainty: 'Observed' },
  texts: [
    {
      locale: 'id',
      heading: 'Gempa kuat di Tokyo',
      body: 'Tetap di luar gedung. Jauhi pantai.\n\nHubungi kami bila terluka.',
    },
    { locale: 'en', heading: 'Strong earthquake in Tokyo', body: 'Stay outside. Keep away from the coast.' },
  ],
  ...{ everywhere: false, sites: ['tokyo-id'], countries: ['JP'] },
  numbersThere: [
    { site: 'tokyo', label: { id: 'Darurat', en: 'Emergency' }, kind: 'phone', value: '+442079460123' },
    { site: 'tokyo', label: {}, kind: 'whatsapp', value: '+447700900123', hours: { kind: 'always' } },
  ],
  numbersHome: [{ site: 'kemlu', label: { id: 'Keluarga' }, kind: 'phone', value: '+442079460199' }],
  ...{ releasedAt: inHours(-2), updatedAt: inHours(-1), expiresAt: inHours(6) },
  ...{ confirmed: true, practice: false },
  ...more,
});

/** The same as other programs are told of it. */
export const open = (more: Partial<OpenAlert> = {}): OpenAlert => {
  const { id, number, kind, template, texts, countries, numbersThere, numbersHome, ...alert } = standing({
    number: more.number ?? 12,
  });
  const { severity, urgency, certainty, releasedAt, updatedAt, expiresAt } = alert;
  const content = {
    ...{ severity, urgency, certainty, category: 'Geo' as const, event: { id: 'Gempa bumi' } },
    ...{ area: { countries }, expiry: { hours: 6 } },
    texts: texts.map((text) => ({ ...text, instruction: '' })),
  };
  const numbers = { there: numbersThere, home: numbersHome };
  return {
    ...{ id, number, kind, practice: false, cancelled: false, sites: ['tokyo'] },
    versions: [{ version: 1, kind: 'alert', template, content, at: releasedAt, expiresAt, numbers }],
    ...{ releasedAt, updatedAt, expiresAt },
    ...more,
  };
};

const site = (slug: string, more: Partial<EmergencySite>): EmergencySite => ({
  ...{
    id: `${slug}-id`,
    slug,
    kind: 'embassy',
    host: null,
    name: { id: `KBRI ${slug}`, en: `Embassy in ${slug}` },
    ...{ fullName: {}, accreditedTo: [] },
  },
  ...{ locales: ['id', 'en'], timezone: 'Asia/Jakarta', country: 'ID', theme: 'nusantara' },
  ...{ accent: '#b3261e', contacts: [] },
  ...more,
});

const emergency = (value: string): EmergencySite['contacts'][number] => ({
  ...{ kind: 'phone', value, purpose: 'emergency', label: {}, hours: { kind: 'always' } },
});

/** The ministry and three missions, one of them with a host of its own and none of its numbers known. */
export const SITES: EmergencySite[] = [
  site('kemlu', { name: { id: 'Kementerian Luar Negeri' }, contacts: [emergency('+442079460100')] }),
  site('beijing', { host: 'beijing.example', country: 'CN', timezone: 'Asia/Shanghai' }),
  site('cairo', {
    ...{ locales: ['id', 'en', 'ar'], country: 'EG', timezone: 'Africa/Cairo' },
    contacts: [emergency('+442079460102')],
  }),
  site('tokyo', {
    ...{ locales: ['id', 'en', 'ja'], country: 'JP', timezone: 'Asia/Tokyo' },
    contacts: [emergency('+442079460101')],
  }),
];
