import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoService, startDemoService } from './demo-service.ts';
import { giveTheme, raiseAlert } from './pages/dress.ts';
import { layOut, openBrowser, shoot, type View } from './pages/shoot.ts';

/**
 * Takes a picture of each kind of page, in both themes, on a phone and on a desk, in Indonesian, Arabic and Japanese,
 * and lays them out as the sheets of docs/looks.md. `node tools/pages-pictures.ts FOLDER` keeps each one as well.
 */
const THEMES = ['nusantara', 'base'];
const SIZES = [
  { width: 360, height: 780, thumb: 168 },
  { width: 1280, height: 860, thumb: 300 },
];
const PLACES = [
  { site: 'tokyo', locale: 'id', portal: '' },
  { site: 'cairo', locale: 'ar', portal: '/en' },
  { site: 'tokyo', locale: 'ja', portal: '/en' },
];

const folder = process.argv[2] ?? 'data/pictures';
mkdirSync(folder, { recursive: true });
const service = await startDemoService();
const browser = await openBrowser();
try {
  await raiseAlert(service, ['cairo']);
  for (const theme of THEMES) {
    for (const site of ['kemlu', 'tokyo', 'cairo']) await giveTheme(service, site, theme);
    for (const size of SIZES) {
      const rows: string[][] = [];
      for (const place of PLACES) {
        const views = await viewsOf(service, theme, place);
        rows.push(await shoot(browser, service.url, views, size, folder));
      }
      await layOut(browser, rows, size.thumb, join('docs/images', `${theme}-${size.width}.jpg`));
    }
  }
} finally {
  await browser.close();
  await service.stop();
}

/** The kinds of pages in one language; the post is the newest of the site in it. */
async function viewsOf(
  { url }: DemoService,
  theme: string,
  { site, locale, portal }: (typeof PLACES)[number],
): Promise<View[]> {
  const home = await (await fetch(`${url}/${site}/${locale}/archive`, { redirect: 'follow' })).text();
  const month =
    new RegExp(`/${site}/${locale}/archive/[0-9-]+`).exec(home)?.[0] ?? `/${site}/${locale}/archive`;
  const list = await (await fetch(url + month)).text();
  const post = new RegExp(`href="(/${site}/${locale}/[^"/]+)"`).exec(entries(list))?.[1] ?? `/${site}/`;
  const first = locale === 'id' ? '' : `${locale}/`;
  const paths = {
    portal: `${portal}/`,
    help: `${portal}/help`,
    missions: `${portal}/missions`,
    home: `/${site}/${first}`,
    post,
    contact: `/${site}/${locale}/contact`,
    headlines: `/${site}/${locale}/headlines`,
    events: `/${site}/${locale}/events`,
    search: `/${site}/${first}search?q=indonesia`,
    missing: `/${site}/${locale}/nothing-here`,
  };
  return Object.entries(paths).map(([kind, path]) => ({ name: `${theme}-${site}-${locale}-${kind}`, path }));
}

/** Only what stands in the list itself, not around it. */
const entries = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
