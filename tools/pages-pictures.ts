import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoService, startDemoService } from './demo-service.ts';
import { giveTheme, raiseAlert } from './pages/dress.ts';
import { layOut, openBrowser, type Size, shoot, type View } from './pages/shoot.ts';

/**
 * Takes a picture of each kind of page, in both themes, on a phone and on a desk, in Indonesian, Arabic and Japanese,
 * and lays them out as the sheets of docs/looks.md. `node tools/pages-pictures.ts FOLDER` keeps each one as well.
 */
const THEMES = ['nusantara', 'base'];
const SIZES = [
  { width: 360, height: 780, thumb: 150, row: 12 },
  { width: 1280, height: 860, thumb: 300, row: 6 },
];
const PLACES = [
  { site: 'kotakinabalu', locale: 'id', portal: '' },
  { site: 'cairo', locale: 'ar', portal: '/en' },
  { site: 'tokyo', locale: 'ja', portal: '/en' },
];
type Place = (typeof PLACES)[number];
const SITES = ['kemlu', ...PLACES.map(({ site }) => site)];

const folder = process.argv[2] ?? 'data/pictures';
mkdirSync(folder, { recursive: true });
const service = await startDemoService();
const browser = await openBrowser();
const files = new Map<string, string[]>();
try {
  await shootAll(viewsOf);
  await raiseAlert(service, SITES.slice(1));
  await shootAll(async (_, place) => viewsInCrisis(place));
  for (const theme of THEMES) {
    for (const { width, thumb, row } of SIZES) {
      const rows = PLACES.flatMap((place) => inRows(files.get(keyOf(theme, place, width)) ?? [], row));
      await layOut(browser, rows, thumb, join('docs/images', `${theme}-${width}.jpg`));
    }
  }
} finally {
  await browser.close();
  await service.stop();
}

async function shootAll(viewsAt: (service: DemoService, place: Place) => Promise<View[]>): Promise<void> {
  for (const theme of THEMES) {
    for (const site of SITES) await giveTheme(service, site, theme);
    for (const place of PLACES) {
      const views = await viewsAt(service, place);
      for (const size of SIZES) {
        const key = keyOf(theme, place, size.width);
        const prefix = join(folder, key);
        const shot = await shoot(browser, service.url, views, { ...size, locale: place.locale }, prefix);
        files.set(key, [...(files.get(key) ?? []), ...shot]);
      }
    }
  }
}

function keyOf(theme: string, { site, locale }: Place, width: Size['width']): string {
  return `${theme}-${width}-${site}-${locale}`;
}

function inRows(list: readonly string[], most: number): string[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, row) =>
    list.slice(row * most, (row + 1) * most),
  );
}

/** The kinds of pages in one language; the post is the newest of the site in it. */
async function viewsOf({ url }: DemoService, { site, locale, portal }: Place): Promise<View[]> {
  const read = async (path: string) => mainOf(await (await fetch(url + path)).text());
  const months = await read(`/${site}/${locale}/archive`);
  const month = new RegExp(`/${site}/${locale}/archive/[0-9-]+`).exec(months)?.[0] ?? '';
  const post = new RegExp(`href="(/${site}/${locale}/[^"/]+)"`).exec(await read(month))?.[1] ?? '';
  const paths = {
    portal: `${portal}/`,
    help: `${portal}/help`,
    missions: `${portal}/missions`,
    home: homeOf({ site, locale, portal }),
    post,
    contact: `/${site}/${locale}/contact`,
    headlines: `/${site}/${locale}/headlines`,
    archive: month,
    search: `${homeOf({ site, locale, portal })}search?q=indonesia`,
    missing: `/${site}/${locale}/nothing-here`,
  };
  return Object.entries(paths).map(([name, path]) => ({ name, path }));
}

function viewsInCrisis(place: Place): View[] {
  return [
    { name: 'home-in-crisis', path: homeOf(place) },
    { name: 'alert', path: `/alerts/1/${place.locale}` },
  ];
}

function homeOf({ site, locale }: Place): string {
  return locale === 'id' ? `/${site}/` : `/${site}/${locale}/`;
}

/** Only what stands in the page itself, not around it. */
function mainOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}
