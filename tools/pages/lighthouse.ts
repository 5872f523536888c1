import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../browser-find.ts';
import { run } from './run.ts';

const MUST_BE_WHOLE = ['accessibility', 'best-practices', 'seo'] as const;
/** What a phone may have to load for one page, pictures and all. */
const MOST_KB = 400;
const MOST_REQUESTS = 20;
/** Above this a reader sees the page jump (web.dev/cls). */
const MOST_SHIFT = 0.1;

type Category = (typeof MUST_BE_WHOLE)[number] | 'performance';

interface Report {
  categories: Record<Category, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number; details?: Details }>;
  runtimeError?: { message: string };
}
interface Details {
  items?: unknown[];
}

export interface Seen {
  row: Record<string, string | number>;
  faults: string[];
}

/** What Lighthouse says of a page on a phone: its three firm scores and the weights are gates, performance is told. */
export async function lightUp(url: string): Promise<Seen> {
  const report = await look(url);
  const { audits, categories } = report;
  const kB = Math.round((audits['total-byte-weight']?.numericValue ?? Number.NaN) / 1024);
  const requests = audits['network-requests']?.details?.items?.length ?? Number.NaN;
  const shift = Number((audits['cumulative-layout-shift']?.numericValue ?? Number.NaN).toFixed(3));
  const score = (category: Category) => Math.round((categories[category].score ?? 0) * 100);
  const lacking = MUST_BE_WHOLE.filter((category) => score(category) < 100);
  const faults = lacking.map((category) => `${category} ${score(category)}: ${failed(report, category)}`);
  if (!(kB <= MOST_KB)) faults.push(`${kB} KB, more than ${MOST_KB}`);
  if (!(requests <= MOST_REQUESTS)) faults.push(`${requests} requests, more than ${MOST_REQUESTS}`);
  if (!(shift <= MOST_SHIFT)) faults.push(`the page jumps: ${shift}, more than ${MOST_SHIFT}`);
  const scores = Object.fromEntries(
    [...MUST_BE_WHOLE, 'performance' as const].map((name) => [name, score(name)]),
  );
  return { row: { ...scores, KB: kB, requests, shift }, faults: faults.map((fault) => `${url} ${fault}`) };
}

function failed({ categories, audits }: Report, category: Category): string {
  const refs = categories[category].auditRefs.filter(({ weight }) => weight > 0);
  return refs.flatMap(({ id }) => (audits[id]?.score === 1 ? [] : (audits[id]?.title ?? id))).join('; ');
}

async function look(url: string): Promise<Report> {
  const program = join(import.meta.dirname, 'node_modules/lighthouse/cli/index.js');
  const dir = mkdtempSync(join(tmpdir(), 'warta-lighthouse-'));
  const file = join(dir, 'report.json');
  const flags = '--chrome-flags=--headless=new --no-sandbox';
  const args = [program, url, flags, '--output=json', `--output-path=${file}`, '--quiet'];
  try {
    process.env.CHROME_PATH = findChromium();
    const { code, stderr } = await run(process.execPath, args);
    if (code !== 0) throw new Error(`Lighthouse ended with ${code} on ${url}: ${stderr}`);
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    if (report.runtimeError) throw new Error(`Lighthouse on ${url}: ${report.runtimeError.message}`);
    return report;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
