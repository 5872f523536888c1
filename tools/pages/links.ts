import { join } from 'node:path';
import { run } from './run.ts';

interface Crawled {
  links: { url: string; status?: number; state: 'OK' | 'BROKEN' | 'SKIPPED'; parent?: string }[];
}

export interface Links {
  /** Every address that was followed and answered. */
  found: string[];
  broken: string[];
}

/** Follows every link of the whole network, pictures and styles among them, from its portals on (linkinator). */
export async function followLinks(url: string): Promise<Links> {
  const program = join(import.meta.dirname, 'node_modules/linkinator/build/src/cli.js');
  const elsewhere = `^https?://(?!${new URL(url).host.replaceAll('.', '\\.')})`;
  const options = ['--recurse', '--concurrency', '40', '--format', 'json', '--skip', elsewhere];
  const { stdout, stderr } = await run(process.execPath, [program, `${url}/`, `${url}/en/`, ...options]);
  if (!stdout) throw new Error(`linkinator said nothing: ${stderr}`);
  const { links } = JSON.parse(stdout) as Crawled;
  const broken = links.filter(({ state }) => state === 'BROKEN');
  return {
    found: [...new Set(links.filter(({ state }) => state === 'OK').map((link) => link.url))],
    broken: broken.map((link) => `${link.url} answers ${link.status} (linked from ${link.parent})`),
  };
}
