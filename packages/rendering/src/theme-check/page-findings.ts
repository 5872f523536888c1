import { CATALOGUES, directionOf, stringsLocale, translator } from '@warta/languages';
import type { PlainPage } from '../alert-models.ts';
import { withBanner } from '../draw-plain.ts';
import type { Page } from '../page-models.ts';
import { readSeals } from '../seal.ts';
import { plainPages } from '../specimens/plain-pages.ts';
import { homePage, postPage } from '../specimens/sample-pages.ts';
import { SPECIMEN_LANGS, specimens } from '../specimens/specimens.ts';
import type { Theme } from '../theme.ts';
import { themeValues } from '../theme-values.ts';
import { error, type Finding } from './finding.ts';
import { markupProblems } from './markup-problems.ts';

/** What is wrong with a theme's pages, drawn with much and with little in them, in every script and language. */
export function pageFindings(theme: Theme): Finding[] {
  const found = [...pagesFor(theme), ...SPECIMEN_LANGS.flatMap(plainPages)].flatMap((page) =>
    drawn(theme, page).map((message) => error(`templates/${page.kind}.eta`, message)),
  );
  const seen = new Set<string>();
  return found.filter(({ file, message }) => !seen.has(file + message) && seen.add(file + message));
}

/** Each specimen with each choice that the theme's settings offer; home and post in every language there is. */
function pagesFor(theme: Theme): Page[] {
  const usual = SPECIMEN_LANGS.flatMap(specimens);
  const tongues = [...CATALOGUES.keys()].flatMap((lang) => [
    inLanguage(homePage('en'), lang),
    inLanguage(postPage('en'), lang),
  ]);
  const values = themeValues(theme, {});
  const set = settingsOf(theme).flatMap((own) =>
    usual.map((page) => withSettings(page, { ...values, ...own })),
  );
  return [...set, ...tongues.map((page) => withSettings(page, values))];
}

function settingsOf({ settings }: Theme): Record<string, string | boolean>[] {
  const choices = Object.entries(settings).flatMap(([name, setting]): Record<string, string | boolean>[] => {
    if (setting.form === 'choice') return setting.oneOf.map((one) => ({ [name]: one.const }));
    return setting.form === 'switch' ? [{ [name]: true }, { [name]: false }] : [];
  });
  return [{}, ...choices];
}

function withSettings(page: Page, values: Record<string, unknown>): Page {
  const settings = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? { text: 'Kata <kami>', tongue: { lang: 'ar', dir: 'rtl' as const } } : value,
  ]);
  return { ...page, theme: { ...page.theme, settings: Object.fromEntries(settings) } };
}

function inLanguage<P extends Page>(page: P, lang: string): P {
  return { ...page, lang: stringsLocale(lang), dir: directionOf(lang), t: translator(lang) };
}

function drawn(theme: Theme, page: Page | PlainPage): string[] {
  let html: string;
  try {
    html = theme.eta.render(page.kind, page);
  } catch (wrong) {
    return [`cannot be drawn: ${(wrong as Error).message.replaceAll(/\s+/g, ' ').slice(0, 300)}`];
  }
  return [...wholeness(html), ...markupProblems(html), ...contract(html, page)];
}

function wholeness(html: string): string[] {
  const tests: [RegExp, boolean, string][] = [
    [/^\s*<!doctype html>[\s\S]*<\/html>\s*$/i, true, 'is no whole page from <!doctype html> to </html>'],
    [
      /<html[^>]*\slang="[^"]+"[^>]*\sdir="(?:ltr|rtl)"/,
      true,
      'does not say its language and direction on <html>',
    ],
    [
      />[^<]*(?:\bundefined\b|\[object \w+\]|\bNaN\b)[^<]*</,
      false,
      'prints a value that is not there (undefined or [object])',
    ],
    [/>[a-z]+\.[a-z.-]+</, false, 'prints the key of words that are not there'],
    [/<(?:h\d|a|title)\b[^>]*>\s*<\/(?:h\d|a|title)>/, false, 'has an empty heading, link or title'],
  ];
  const problems = tests
    .filter(([pattern, must]) => pattern.test(html) !== must)
    .map(([, , message]) => message);
  const headings = html.match(/<h1\b/g)?.length ?? 0;
  return headings === 1 ? problems : [...problems, `has ${headings} <h1>; a page has one`];
}

/** What must come through a template: the seals that headlines are proven by, the text, and room for alerts. */
function contract(html: string, page: Page | PlainPage): string[] {
  const problems: string[] = [];
  if (!withBanner(Buffer.from(html), '<b></b>'))
    problems.push('has no place for alerts (<!--alerts--> or a <body>)');
  const sealed = sealsIn(page);
  const kept = readSeals(html).filter(({ intact }) => intact).length;
  if (kept < sealed)
    problems.push(`keeps ${kept} of ${sealed} seals of headlines; print title and body with <%~`);
  if (page.kind === 'post' && !html.includes(page.body))
    problems.push('does not print the text (it.body) as it is');
  return problems;
}

function sealsIn(page: Page | PlainPage): number {
  if (page.kind === 'post') return readSeals(page.entry.title + page.body).length;
  const entries = [
    ...('pinned' in page ? page.pinned : []),
    ...('headlines' in page ? page.headlines : []),
    ...('entries' in page ? page.entries : []),
  ];
  return readSeals(entries.map(({ title }) => title).join('')).length;
}
