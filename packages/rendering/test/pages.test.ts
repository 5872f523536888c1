import { join } from 'node:path';
import t from 'tap';
import { loadThemes, type Page, readSeals } from '../src/index.ts';
import { kindPages } from '../src/specimens/kind-pages.ts';
import { entryOf } from '../src/specimens/sample-entries.ts';
import { homePage, postPage } from '../src/specimens/sample-pages.ts';
import { SPECIMEN_LANGS, specimens } from '../src/specimens/specimens.ts';

const themes = loadThemes(join(import.meta.dirname, '../../../themes'));
const draw = (page: Page, theme = 'nusantara') => themes.get(theme)?.eta.render(page.kind, page) ?? '';
t.test('every page of both themes is whole, in every language, with much or little in it', async (t) => {
  for (const theme of themes.keys()) {
    for (const lang of SPECIMEN_LANGS) {
      for (const page of specimens(lang)) {
        const html = draw(page, theme);
        const name = `${theme} ${lang} ${page.kind}`;
        t.match(html, /^<!doctype html>[\s\S]*<\/html>\s*$/, name);
        t.notMatch(html, /undefined|\[object|\bnull\b|NaN/, `${name}: every value is there`);
        t.notMatch(html, /\{\w+\}|>[a-z]+\.[a-z.-]+</, `${name}: every word is there`);
        t.notMatch(html, /(?:href|src|id|content|datetime)=""/, `${name}: no empty address`);
        t.notMatch(html, /<(h\d|p|li|ul|a|title)\b[^>]*>\s*<\/\1>/, `${name}: nothing empty`);
        t.notMatch(html, /<script|<style|\sstyle=|\son\w+=|javascript:/i, `${name}: nothing inline`);
        t.equal(html.match(/<h1\b/g)?.length, 1, `${name}: one h1`);
        t.same(skippedLevels(html), [], `${name}: no skipped heading`);
        t.same(twice(html), [], `${name}: no id twice`);
      }
    }
  }
});

t.test(
  'a page says its language, direction and other addresses to browsers and search engines',
  async (t) => {
    const html = draw({ ...homePage('ar'), noindex: true, description: 'a "b"' });
    t.match(html, '<html lang="ar" dir="rtl">');
    t.match(html, '<link rel="canonical" href="https://warta.example/cairo/">');
    t.match(html, '<link rel="alternate" hreflang="x-default"');
    t.match(html, 'type="application/atom+xml"');
    t.match(html, '<meta name="robots" content="noindex">');
    t.match(html, 'content="a &quot;b&quot;"');
    t.match(html, '<a class="skip" href="#main">');
    t.match(html, /<h3 class="entry-title" lang="en" dir="ltr">/, 'a text in another language says so');
  },
);

t.test('what comes from the ministry says so in words, what is local does not', async (t) => {
  const official = draw(postPage('id', 0));
  t.match(official, '<span class="official">Dari Kementerian</span>');
  t.match(official, '<span class="origin">Kementerian Luar Negeri</span>');
  t.notMatch(draw(postPage('id', 4)), /Dari Kementerian|class="origin"/);
});

t.test('seals pass through the templates untouched', async (t) => {
  for (const theme of themes.keys()) {
    const seals = readSeals(draw(homePage('id'), theme));
    t.same(
      seals.map(({ number, part, intact }) => [number, part, intact]),
      [40, 41, 42, 43].map((n) => [n, 'title', true]),
    );
    t.match(readSeals(draw(postPage('id', 0), theme)), [
      { part: 'title', intact: true },
      { part: 'body', version: 2, intact: true },
    ]);
    t.same(readSeals(draw(postPage('id', 4), theme)), []);
  }
});

t.test('nothing is loaded from elsewhere but the frame of a video that is played', async (t) => {
  for (const theme of themes.keys()) {
    const loaded = kindPages('id').map((page) =>
      [...draw(page, theme).matchAll(/<(\w+)[^>]*\s(?:src|srcset|poster|data)="https?:[^"]*"/g)].map(
        ([, tag]) => tag,
      ),
    );
    t.same(loaded.flat(), ['iframe'], theme);
  }
});

t.test('the label of a page in another language than the reader’s says so', async (t) => {
  t.match(draw(homePage('id')), '<a href="/tokyo/ja/visa"><span lang="ja" dir="ltr">査証</span></a>');
  t.match(draw(homePage('id')), 'aria-current="page">Tentang &lt;kami&gt;</a>');
});

t.test('hostile words in any field stay words', async (t) => {
  const hostile = '"><script>alert(1)</script>';
  const entry = {
    ...entryOf('id', 0),
    summary: hostile,
    origin: hostile,
    category: { href: '/x', label: hostile },
    foreign: hostile,
  };
  const page = { ...homePage('id'), title: hostile, posts: [entry], pinned: [entry] };
  const html = draw({ ...page, site: { ...page.site, name: hostile, fullName: hostile } });
  t.notMatch(html, '<script');
});

t.test('the header says first when a mission is closed, and who serves instead', async (t) => {
  const page = homePage('en');
  const notice = { status: 'closed' as const, servedBy: [{ href: '/muscat/', label: 'KBRI Muscat' }] };
  const html = draw({ ...page, site: { ...page.site, notice } });
  t.match(
    html,
    /<header[\s\S]*KBRI Tokyo is closed until further notice\.[\s\S]*<a href="\/muscat\/">KBRI Muscat<\/a>[\s\S]*<h1/,
  );
});

t.test('the first entry is large, with its picture loaded at once and the others later', async (t) => {
  const html = draw({ ...homePage('id'), pinned: [] });
  t.match(html, /class="entry lead pictured"[\s\S]*fetchpriority="high"/);
  t.equal(html.match(/fetchpriority="high"/g)?.length, 1);
  t.match(html, /class="picture fx-50 fy-30"/, 'and keeps its focal point in view');
});

t.test('languages that have no such page say where they lead', async (t) => {
  t.match(draw(homePage('en')), /日本語<\/span>[\s\S]{0,200}leads to the home page/);
});

function skippedLevels(html: string): string[] {
  const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  return levels.flatMap((level, i) =>
    i && level > (levels[i - 1] ?? 0) + 1 ? [`h${levels[i - 1]} h${level}`] : [],
  );
}

function twice(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}
