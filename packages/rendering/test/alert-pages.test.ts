import { join } from 'node:path';
import t from 'tap';
import { drawPlain, loadThemes, seal, type Theme, withBanner } from '../src/index.ts';
import { bannerIn, LOOKS, plainPages } from '../src/specimens/plain-pages.ts';
import { homePage } from '../src/specimens/sample-pages.ts';

const themes = loadThemes(join(import.meta.dirname, '../../../themes'));
const nusantara = themes.get('nusantara') as Theme;
t.test('plain pages are whole in every theme and language', async (t) => {
  for (const theme of themes.values()) {
    for (const lang of ['id', 'en', 'ar', 'ja', 'es']) {
      for (const page of plainPages(lang)) {
        const html = drawPlain(theme, page);
        const name = `${theme.name} ${lang} ${page.kind}`;
        t.match(html, /^<!doctype html>[\s\S]*<\/html>\s*$/, name);
        t.notMatch(html, /undefined|\[object|\bnull\b|NaN/, `${name}: every value is there`);
        t.notMatch(html, /\{\w+\}|>[a-z]+\.[a-z.-]+</i, `${name}: every word is there`);
        t.notMatch(html, /<(h\d|p|li|ul|a|title)\b[^>]*>\s*<\/\1>/, `${name}: nothing empty`);
        t.notMatch(
          html,
          /<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son\w+=|javascript:/i,
          `${name}: nothing inline`,
        );
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
