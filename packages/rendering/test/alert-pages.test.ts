import { join } from 'node:path';
import { directionOf, endonym, translator } from '@warta/languages';
import t from 'tap';
import {
  type AlertBanner,
  type AlertShown,
  drawPlain,
  loadThemes,
  type PlainPage,
  seal,
  type Theme,
  withBanner,
} from '../src/index.ts';
import { homePage } from './fixtures.ts';

const themes = loadThemes(join(import.meta.dirname, '../../../themes'));
const nusantara = themes.get('nusantara') as Theme;
const LOOKS = ['extreme', 'severe', 'moderate', 'minor', 'unknown', 'solemn'] as const;

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

const bannerIn = (lang: string): AlertBanner => ({
  kind: 'partials/alerts',
  alerts: LOOKS.map((look) => {
    const alert = alertOf(look, lang);
    return { ...alert, lead: 'Satu.', numbers: look === 'solemn' ? [] : alert.there, for: 'there' };
  }),
  all: { href: '/alerts', label: 'Semua', marks: '7.1 8.2' },
  t: translator(lang),
});

function pagesIn(lang: string): PlainPage[] {
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

t.test('plain pages are whole in every theme and language', async (t) => {
  for (const theme of themes.values()) {
    for (const lang of ['id', 'en', 'ar', 'ja', 'es']) {
      for (const page of pagesIn(lang)) {
        const html = drawPlain(theme, page);
        const name = `${theme.name} ${lang} ${page.kind}`;
        t.match(html, /^<!doctype html>[\s\S]*<\/html>\s*$/, name);
        t.notMatch(html, /undefined|\[object|\bnull\b|NaN/, `${name}: every value is there`);
        t.notMatch(html, /\{\w+\}|>[a-z]+\.[a-z.-]+</i, `${name}: every word is there`);
        t.notMatch(html, /<(h\d|p|li|ul|a|title)\b[^>]*>\s*<\/\1>/, `${name}: nothing empty`);
        t.notMatch(html, /<script|<style|\sstyle=|\son\w+=|javascript:/i, `${name}: nothing inline`);
        t.equal(html.match(/<h1\b/g)?.length, 1, `${name}: one h1`);
        t.ok(Buffer.byteLength(html) < 10_000, `${name}: not heavy`);
      }
    }
  }
});

t.test('how grave an alert is stands in words, with an icon, and a solemn notice has none', async (t) => {
  const html = drawPlain(nusantara, bannerIn('en'));
  const bands = html.split('<div class="alert ').slice(1);
  t.equal(bands.length, LOOKS.length);
  const words = ['Extreme danger', 'Severe danger', 'Be careful', 'Please note', 'Alert', 'In mourning'];
  for (const [index, word] of words.entries()) {
    t.match(bands[index], `<strong>${word}</strong>`);
    t.equal(bands[index]?.includes('<svg'), word !== 'In mourning', word);
  }
  t.match(bands[3], 'EXERCISE: this is not real');
  t.match(bands[0], '<a href="tel:+442079460123"><bdi>+44 20 7946 0123</bdi></a>');
  t.match(html, /^<section class="alerts" aria-label="Alerts">/, 'a landmark with a name');
});

t.test(
  'a banner comes after the way to the content and before all else, and nothing else is touched',
  async (t) => {
    for (const theme of themes.values()) {
      const home = homePage('en');
      const page = theme.eta.render('home', home);
      const html = withBanner(Buffer.from(page), '<i>banner</i>')?.toString() ?? '';
      t.ok(html.indexOf('class="skip"') < html.indexOf('<i>banner</i>'), theme.name);
      t.ok(html.indexOf('<i>banner</i>') < html.indexOf('<header'));
      t.equal(html.replace('<i>banner</i>', ''), page);
    }
    const own = withBanner(Buffer.from('<html><body class="x">a</body>'), 'B')?.toString();
    t.equal(own, '<html><body class="x">Ba</body>', 'a layout without the mark has it first in its body');
    t.equal(withBanner(Buffer.from('a calendar'), 'B'), undefined);
    t.throws(
      () => seal({ number: 1, version: 1, part: 'title' }, '<!--alerts-->'),
      'no text can move the place',
    );
  },
);
