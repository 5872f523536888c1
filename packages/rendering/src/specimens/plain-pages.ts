import { directionOf, endonym, translator } from '@warta/languages';
import type { AlertBanner, AlertShown, PlainPage } from '../alert-models.ts';

/** Every look that an alert has. */
export const LOOKS = ['extreme', 'severe', 'moderate', 'minor', 'unknown', 'solemn'] as const;

const alertOf = (look: AlertShown['look'], lang: string): AlertShown => ({
  ...{ mark: '12.3', look, practice: look === 'minor', href: '/alerts/c' },
  text: {
    ...{ heading: 'Gempa <kuat>', paragraphs: ['Satu.', 'Dua & tiga.'], lang, dir: directionOf(lang) },
    language: endonym(lang),
  },
  there: [
    { kind: 'phone', href: 'tel:+442079460123', text: '+44 20 7946 0123', label: 'A', hours: '24 jam' },
  ],
  home: [{ kind: 'whatsapp', href: 'https://wa.me/447700900123', text: '+44 7700 900123' }],
  updated: [{ iso: '2026-11-25T10:00:00+07:00', text: '25 November 2026 pukul 10.00 WIB' }],
  expires: [{ iso: '2026-11-26T10:00:00+07:00', text: '26 November 2026 pukul 10.00 WIB' }],
});

/** A banner with alerts of every look. */
export const bannerIn = (lang: string): AlertBanner => ({
  kind: 'partials/alerts',
  alerts: LOOKS.map((look) => {
    const alert = alertOf(look, lang);
    return { ...alert, lead: 'Satu.', numbers: look === 'solemn' ? [] : alert.there, for: 'there' };
  }),
  all: { href: '/alerts', label: 'Semua', marks: '7.1 8.2' },
  t: translator(lang),
});

/** Plain pages, with much and with little in them. */
export function plainPages(lang: string): PlainPage[] {
  const base = {
    ...{ lang, dir: directionOf(lang), title: 'T', noindex: true, stylesheet: '/a.css', icon: '/i.svg' },
    home: { href: '/', label: 'Kementerian' },
    languages: ['id', 'ar'].map((tag) => ({ href: `/${tag}`, label: tag, lang: tag, current: tag === lang })),
    t: translator(lang),
  };
  const { text, there, updated } = alertOf('extreme', 'ja');
  const emergency = { ...base, kind: 'emergency' as const, heading: 'H', message: 'M' };
  return [
    ...LOOKS.map((look): PlainPage => {
      const [alert, others] = [alertOf(look, lang), [text]];
      return {
        ...(look !== 'solemn' && { data: '{"name":"Gempa"}' }),
        ...{ ...base, kind: 'alert', alert, others, version: 3, released: updated },
        all: { href: '/alerts', label: 'Semua' },
      };
    }),
    { ...base, kind: 'alerts', alerts: LOOKS.map((look) => alertOf(look, lang)) },
    { ...base, kind: 'alerts', alerts: [] },
    {
      ...emergency,
      contacts: [{ name: 'KBRI <Tokyo>', numbers: there }],
      ofAll: false,
      banner: bannerIn(lang),
    },
    { ...emergency, contacts: [{ name: 'KBRI Tokyo', numbers: there }], ofAll: true },
    { ...emergency, contacts: [], ofAll: false, help: { href: '/help', label: 'Semua' } },
    { ...emergency, languages: [], ofAll: false, back: { href: '/alerts', label: 'Kembali' } },
  ];
}
