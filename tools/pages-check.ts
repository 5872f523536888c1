import { startDemoService } from './demo-service.ts';
import { dressNetwork } from './pages/dress.ts';
import { checkHtml } from './pages/html.ts';
import { lightUp } from './pages/lighthouse.ts';
import { followLinks } from './pages/links.ts';

/**
 * Has programs that others wrote look at the pages of a demo network: every link of all of it, the HTML of all
 * pages of some sites (both themes, both directions), and six pages as Lighthouse sees them on a phone. Ends with
 * the line `N passed, N failed`.
 */
const SITES = ['tokyo', 'cairo', 'denhaag', 'riyadh', 'kemlu', 'latihan'];
const NETWORK = /^\/(en\/)?((missions|help|alerts|search|events)(\/.*)?)?$/;
const NOT_LINKED = [
  '/nowhere/',
  '/tokyo/id/nowhere',
  '/cairo/ar/nowhere',
  '/denhaag/en/nowhere',
  '/latihan/',
];
const ON_A_PHONE = ['/', '/help', '/missions', '/tokyo/', '/cairo/ar/'];

const isLookedAt = (address: string) => {
  const { pathname } = new URL(address);
  return SITES.includes(pathname.split('/')[1] ?? '') || NETWORK.test(pathname);
};

let passed = 0;
const faults: string[] = [];
const tell = (what: string, looked: number, found: readonly string[]) => {
  console.log(`${what}: ${looked} looked at, ${found.length} faults`);
  for (const fault of found) console.log(`  ${fault}`);
  if (found.length === 0) passed += 1;
  else faults.push(...found);
};

const service = await startDemoService();
try {
  const { url } = service;
  await dressNetwork(service);
  const links = await followLinks(url);
  tell('Links', links.found.length, links.broken);

  const pages = [...links.found.filter(isLookedAt), ...NOT_LINKED.map((path) => url + path)];
  const html = await checkHtml([...new Set(pages)]);
  tell('HTML', html.pages, html.faults);

  const post = links.found.find((address) => /\/wellington\/en\/(?!contact|headlines)[^/]+$/.test(address));
  const rows: Record<string, Record<string, string | number>> = {};
  for (const address of [...ON_A_PHONE.map((path) => url + path), ...(post ? [post] : [])]) {
    const seen = await lightUp(address);
    rows[new URL(address).pathname] = seen.row;
    tell(`Lighthouse ${new URL(address).pathname}`, 1, seen.faults);
  }
  console.table(rows);
} finally {
  await service.stop();
}
console.log(`${passed} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 ? 1 : 0;
